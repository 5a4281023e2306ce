using System.Text;

namespace Mlops.Data;

/// <summary>A column of free texts, each held for itself in UTF-8.</summary>
/// <remarks>
/// For comments, prompts and answers, where nearly every text is another; where texts repeat, a <see cref="CategoryColumn"/>
/// holds each once and can be judged as categories. An empty text is a value, not a missing one. A column holds 2 GiB of text at most.
/// </remarks>
public sealed class TextColumn : Column
{
    private readonly ValidityBitmap _validity;

    internal TextColumn(
        string name,
        SourceType sourceType,
        ReadOnlyMemory<byte> bytes,
        ReadOnlyMemory<int> offsets,
        ValidityBitmap validity,
        FailureLog? failures = null
    )
        : base(name, ColumnKind.Text, sourceType, validity.Length, failures)
    {
        Bytes = bytes;
        Offsets = offsets;
        _validity = validity;
    }

    /// <summary>The texts in UTF-8, one after the other; a slice shares those of its whole.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Where each row's text begins in <see cref="Bytes"/>, and, as one more, where the last ends. A missing text has no bytes.</summary>
    public ReadOnlyMemory<int> Offsets { get; }

    /// <summary>The text of a row; <see langword="null"/> when missing.</summary>
    /// <param name="row">The row, from 0.</param>
    public string? this[int row] => _validity[row] ? Encoding.UTF8.GetString(Utf8(row)) : null;

    /// <summary>The text of a row in UTF-8; empty when it is empty or missing.</summary>
    /// <param name="row">The row, from 0.</param>
    public ReadOnlySpan<byte> Utf8(int row)
    {
        var offsets = Offsets.Span;
        return Bytes.Span[offsets[row]..offsets[row + 1]];
    }

    /// <inheritdoc/>
    public override bool IsMissing(int row) => !_validity[row];

    /// <inheritdoc/>
    public override TextColumn Slice(int start, int length)
    {
        ThrowIfOutside(start, length);
        return new TextColumn(
            Name,
            SourceType,
            Bytes,
            Offsets.Slice(start, length + 1),
            _validity.Slice(start, length),
            FailureLog.Slice(FailureLog, start, length)
        );
    }

    private protected override long CountMissing() => _validity.CountMissing();

    private protected override TextColumn TakeChecked(ReadOnlySpan<int> rows)
    {
        var texts = new TextBuilder(Name);
        foreach (var row in rows)
        {
            if (row >= 0 && _validity[row])
                texts.Add(Utf8(row));
            else
                texts.AddMissing();
        }

        return texts.Build(SourceType, FailureLog.Take(FailureLog, rows));
    }

    private protected override TextColumn RenamedTo(string name) =>
        new(name, SourceType, Bytes, Offsets, _validity, FailureLog);
}
