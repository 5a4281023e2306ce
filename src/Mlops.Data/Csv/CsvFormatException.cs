namespace Mlops.Data.Csv;

/// <summary>A CSV file is not one, or not of the form that was announced.</summary>
public sealed class CsvFormatException : FormatException
{
    /// <summary>Makes the exception.</summary>
    public CsvFormatException() { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What was wrong, where, and what would be right.</param>
    public CsvFormatException(string message)
        : base(message) { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What was wrong, where, and what would be right.</param>
    /// <param name="innerException">What was caught.</param>
    public CsvFormatException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>The file, or what a stream was called.</summary>
    public string? File { get; init; }

    /// <summary>The line, from 1, where the record begins; 0 when no line is to blame.</summary>
    public long Line { get; init; }

    /// <summary>The position of the column, from 1; 0 when no column is to blame.</summary>
    public int ColumnNumber { get; init; }

    /// <summary>The name of the column; <see langword="null"/> when no column is to blame or it has no name.</summary>
    public string? ColumnName { get; init; }

    /// <summary>What stood there; <see langword="null"/> when no single value is to blame.</summary>
    public string? Value { get; init; }
}
