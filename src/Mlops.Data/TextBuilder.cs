using System.Globalization;
using System.Text;

namespace Mlops.Data;

/// <summary>Collects texts in the order of the rows and makes a <see cref="TextColumn"/> of them.</summary>
internal sealed class TextBuilder(string column)
{
    private readonly ValidityBitmap.Builder _validity = new();
    private byte[] _bytes = [];
    private int[] _offsets = new int[1];
    private int _length;

    public int Count => _validity.Count;

    /// <summary>Takes a text; false, and nothing is taken, when it holds half of a surrogate pair, which UTF-8 has not.</summary>
    public bool TryAdd(string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        Reserve(most <= _bytes.Length - _length ? most : Encoding.UTF8.GetByteCount(text));
        var status = System.Text.Unicode.Utf8.FromUtf16(
            text,
            _bytes.AsSpan(_length),
            out _,
            out var written,
            replaceInvalidSequences: false
        );
        if (status != System.Buffers.OperationStatus.Done)
            return false;
        _length += written;
        End(isValid: true);
        return true;
    }

    public void Add(ReadOnlySpan<byte> utf8)
    {
        Reserve(utf8.Length);
        utf8.CopyTo(_bytes.AsSpan(_length));
        _length += utf8.Length;
        End(isValid: true);
    }

    public void AddMissing() => End(isValid: false);

    public TextColumn Build(SourceType sourceType, FailureLog? failures = null) =>
        new(
            column,
            sourceType,
            _bytes.AsMemory(0, _length),
            _offsets.AsMemory(0, Count + 1),
            _validity.Build(),
            failures
        );

    private void End(bool isValid)
    {
        _validity.Add(isValid);
        if (Count == _offsets.Length)
            Array.Resize(ref _offsets, (int)Math.Min(Math.Max(256, 2L * Count), Array.MaxLength));
        _offsets[Count] = _length;
    }

    private void Reserve(int more)
    {
        var wanted = (long)_length + more;
        if (wanted <= _bytes.Length)
            return;
        if (wanted > Array.MaxLength)
        {
            throw new InvalidOperationException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Column '{column}' has more than {Array.MaxLength} bytes of text, which is what a text column holds; read the data in chunks."
                )
            );
        }

        Array.Resize(ref _bytes, (int)Math.Min(Math.Max(Math.Max(1024, 2L * _bytes.Length), wanted), Array.MaxLength));
    }
}
