namespace Mlops.Reporting.Blocks;

/// <summary>A cell of a <see cref="TableBlock"/>.</summary>
/// <param name="Text">Plain text, numbers already formatted.</param>
/// <param name="Verdict">Shown as a coloured mark with its word, never by colour alone; <see langword="null"/> for none.</param>
public readonly record struct TableCell(string Text, Verdict? Verdict = null)
{
    /// <summary>A cell of plain text.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator TableCell(string text) => new(text);

    /// <summary>A cell of plain text.</summary>
    /// <param name="text">The text.</param>
    public static TableCell FromString(string text) => new(text);
}
