namespace Mlops.Data.JsonLines;

/// <summary>A file is not one of JSON lines, or a line does not fit the others.</summary>
public sealed class JsonLinesFormatException : FormatException
{
    /// <summary>Makes the exception.</summary>
    public JsonLinesFormatException() { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What was wrong, where, and what would be right.</param>
    public JsonLinesFormatException(string message)
        : base(message) { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What was wrong, where, and what would be right.</param>
    /// <param name="innerException">What was caught.</param>
    public JsonLinesFormatException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>The file, or what a stream was called.</summary>
    public string? File { get; init; }

    /// <summary>The line, from 1; 0 when no line is to blame.</summary>
    public long Line { get; init; }

    /// <summary>The name of the column; <see langword="null"/> when no column is to blame.</summary>
    public string? ColumnName { get; init; }

    /// <summary>What stood there, shortened; <see langword="null"/> when no line is to blame.</summary>
    public string? Excerpt { get; init; }
}
