using System.Data.Common;
using System.Globalization;

namespace Mlops.Storage.Commands;

/// <summary>Reads columns the way that <see cref="Statement{TSelf}"/> writes them.</summary>
public static class DataReaderExtensions
{
    /// <summary>Reads a point in time that is stored as UTC ticks.</summary>
    /// <param name="reader">A reader that stands on a row.</param>
    /// <param name="ordinal">The column, from 0.</param>
    public static DateTimeOffset GetTimestamp(this DbDataReader reader, int ordinal)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new DateTimeOffset(reader.GetInt64(ordinal), TimeSpan.Zero);
    }

    /// <summary>Reads a point in time that is stored as UTC ticks, or null.</summary>
    /// <param name="reader">A reader that stands on a row.</param>
    /// <param name="ordinal">The column, from 0.</param>
    public static DateTimeOffset? GetTimestampOrNull(this DbDataReader reader, int ordinal)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return reader.IsDBNull(ordinal) ? null : reader.GetTimestamp(ordinal);
    }

    /// <summary>Reads a text, or null.</summary>
    /// <param name="reader">A reader that stands on a row.</param>
    /// <param name="ordinal">The column, from 0.</param>
    public static string? GetTextOrNull(this DbDataReader reader, int ordinal)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return reader.IsDBNull(ordinal) ? null : reader.GetString(ordinal);
    }

    /// <summary>Reads an integer, or null.</summary>
    /// <remarks>Of any width: an integer that PostgreSQL computes, such as <c>SELECT 1</c>, has 32 bits, and its driver does not widen it.</remarks>
    /// <param name="reader">A reader that stands on a row.</param>
    /// <param name="ordinal">The column, from 0.</param>
    public static long? GetInt64OrNull(this DbDataReader reader, int ordinal)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return reader.IsDBNull(ordinal) ? null
            : reader.GetFieldType(ordinal) == typeof(long) ? reader.GetInt64(ordinal)
            : Convert.ToInt64(reader.GetValue(ordinal), CultureInfo.InvariantCulture);
    }

    /// <summary>Reads bytes, or null.</summary>
    /// <param name="reader">A reader that stands on a row.</param>
    /// <param name="ordinal">The column, from 0.</param>
    public static byte[]? GetBytesOrNull(this DbDataReader reader, int ordinal)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return reader.IsDBNull(ordinal) ? null : reader.GetFieldValue<byte[]>(ordinal);
    }

    /// <summary>Reads a truth value that is stored as 1 or 0.</summary>
    /// <param name="reader">A reader that stands on a row.</param>
    /// <param name="ordinal">The column, from 0.</param>
    public static bool GetFlag(this DbDataReader reader, int ordinal)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return reader.GetInt64(ordinal) != 0;
    }
}
