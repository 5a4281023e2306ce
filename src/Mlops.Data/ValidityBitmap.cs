using System.Numerics;

namespace Mlops.Data;

/// <summary>Which rows have a value: one bit a row, and nothing at all where every row has one.</summary>
/// <remarks>Immutable. A slice is a view, which may begin within a word.</remarks>
internal readonly struct ValidityBitmap
{
    private const int WordBits = 64;

    private readonly ulong[]? _words;
    private readonly int _start;

    private ValidityBitmap(ulong[]? words, int start, int length)
    {
        _words = words;
        _start = start;
        Length = length;
    }

    /// <summary>The number of rows.</summary>
    public int Length { get; }

    /// <summary>Rows which all have a value.</summary>
    public static ValidityBitmap AllValid(int length) => new(null, 0, length);

    /// <summary>Rows of which none has a value.</summary>
    public static ValidityBitmap NoneValid(int length) =>
        length == 0 ? default : new ValidityBitmap(new ulong[((length - 1) / WordBits) + 1], 0, length);

    /// <summary>Whether a row has a value.</summary>
    public bool this[int row]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(row);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Length);
            var bit = _start + row;
            return _words is null || (_words[bit / WordBits] >> (bit % WordBits) & 1) != 0;
        }
    }

    /// <summary>How many rows have no value. O(rows / 64).</summary>
    public long CountMissing()
    {
        if (_words is null)
            return 0;
        var valid = 0L;
        for (var bit = _start; bit < _start + Length; )
        {
            var within = bit % WordBits;
            var taken = Math.Min(WordBits - within, _start + Length - bit);
            var mask = taken == WordBits ? ulong.MaxValue : (1UL << taken) - 1;
            valid += BitOperations.PopCount(_words[bit / WordBits] >> within & mask);
            bit += taken;
        }

        return Length - valid;
    }

    /// <summary>Consecutive rows, as a view.</summary>
    public ValidityBitmap Slice(int start, int length) => new(_words, _start + start, length);

    /// <summary>The rows of the given positions; a negative position is a row without a value.</summary>
    public ValidityBitmap Take(ReadOnlySpan<int> rows)
    {
        var taken = new Builder();
        foreach (var row in rows)
            taken.Add(row >= 0 && this[row]);
        return taken.Build();
    }

    /// <summary>Collects rows in their order.</summary>
    internal sealed class Builder
    {
        private ulong[]? _words;

        public int Count { get; private set; }

        public void Add(bool isValid)
        {
            if (!isValid)
                _words ??= Filled(Count);
            if (_words is not null)
            {
                var word = Count / WordBits;
                if (word == _words.Length)
                    Array.Resize(ref _words, 2 * _words.Length);
                if (isValid)
                    _words[word] |= 1UL << (Count % WordBits);
            }

            Count++;
        }

        public ValidityBitmap Build() => new(_words, 0, Count);

        // Rows before the first that is missing all have a value.
        private static ulong[] Filled(int count)
        {
            var words = new ulong[Math.Max(4, 2 * ((count / WordBits) + 1))];
            words.AsSpan(0, count / WordBits).Fill(ulong.MaxValue);
            words[count / WordBits] = (1UL << (count % WordBits)) - 1;
            return words;
        }
    }
}
