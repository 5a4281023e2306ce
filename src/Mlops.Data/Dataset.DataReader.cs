using System.Data;
using Mlops.Data.DataReaders;

namespace Mlops.Data;

public sealed partial class Dataset
{
    /// <summary>Reads the current result of a data reader, as every ADO.NET provider gives one.</summary>
    /// <param name="reader">The reader, before its first row; it stays open, at the end of the result.</param>
    /// <param name="name">What to call the data set.</param>
    /// <param name="options">What to read, and as what; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <remarks>
    /// Columns are of the types that the reader states (<see cref="IDataRecord.GetFieldType"/>): all number types and
    /// <see cref="decimal"/>, rounded to the nearest double, become numbers; <see cref="string"/>, <see cref="char"/> and
    /// <see cref="Guid"/> categories; <see cref="DateTime"/>, <see cref="DateTimeOffset"/> and <see cref="DateOnly"/> times;
    /// arrays of <see cref="float"/> embeddings. A stated kind is converted to (see <see cref="Column.ConvertTo"/>). NULL is missing. Other types, such
    /// as bytes, are refused: leave the column out by <see cref="ReadOptions.Without"/>.
    /// </remarks>
    /// <exception cref="ArgumentException">A column has no name, one that came before, or a type that no column holds, or an option names an unknown column; the message says what to do.</exception>
    /// <exception cref="FormatException">A value is not of the type that the reader stated; the message names row and column.</exception>
    public static Dataset FromDataReader(
        IDataReader reader,
        string name,
        DataReaderOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var table = new DataReaderTable(reader, name, options ?? new DataReaderOptions(), cancellationToken);
        return table.Read(long.MaxValue, out _);
    }

    /// <summary>Reads the current result of a data reader in chunks of rows, one of which is in memory at a time.</summary>
    /// <param name="reader">The reader, before its first row; it stays open, at the end of the result.</param>
    /// <param name="name">What to call the chunks.</param>
    /// <param name="options">What to read, as what, and how large chunks are; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Ends the read, within a chunk too.</param>
    /// <returns>The chunks in the reader's order. There is at least one, which has no rows when the result has none. To be gone through once.</returns>
    /// <remarks>As <see cref="FromDataReader"/>; every chunk has the same kinds. Failures are counted from the chunk's start.</remarks>
    /// <exception cref="ArgumentException">As <see cref="FromDataReader"/>.</exception>
    /// <exception cref="FormatException">While enumerating: a value is not of the type that the reader stated; the message names row and column.</exception>
    public static IEnumerable<Dataset> StreamDataReader(
        IDataReader reader,
        string name,
        DataReaderOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var held = options ?? new DataReaderOptions();
        return Chunks(new DataReaderTable(reader, name, held, cancellationToken), held.ChunkRows);
    }

    private static IEnumerable<Dataset> Chunks(DataReaderTable table, int rows)
    {
        var hasMore = true;
        for (var isFirst = true; hasMore; isFirst = false)
        {
            var chunk = table.Read(rows, out hasMore);
            // A result that ends with a full chunk has no empty one after it.
            if (isFirst || chunk.RowCount > 0)
                yield return chunk;
        }
    }
}
