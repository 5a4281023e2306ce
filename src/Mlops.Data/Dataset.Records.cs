using System.Runtime.CompilerServices;

namespace Mlops.Data;

public sealed partial class Dataset
{
    /// <summary>Makes a data set of records.</summary>
    /// <typeparam name="T">The records.</typeparam>
    /// <param name="records">The records, one a row; gone through once.</param>
    /// <param name="name">What to call the data set.</param>
    /// <param name="map">Names the columns, such as <c>map =&gt; map.Number("age", r =&gt; r.Age).Category("plan", r =&gt; r.Plan)</c>.</param>
    /// <exception cref="ArgumentException">The mapping names no column, or one twice.</exception>
    public static Dataset FromRecords<T>(IEnumerable<T> records, string name, Action<RecordMapping<T>> map)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return MappingOf(map).Build(records as IReadOnlyList<T> ?? [.. records], name);
    }

    /// <summary>Makes a data set of records that come one by one, as from a database or a queue.</summary>
    /// <typeparam name="T">The records.</typeparam>
    /// <param name="records">The records, one a row; gone through once.</param>
    /// <param name="name">What to call the data set.</param>
    /// <param name="map">Names the columns, such as <c>map =&gt; map.Number("age", r =&gt; r.Age).Category("plan", r =&gt; r.Plan)</c>.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <exception cref="ArgumentException">The mapping names no column, or one twice.</exception>
    public static Task<Dataset> FromRecordsAsync<T>(
        IAsyncEnumerable<T> records,
        string name,
        Action<RecordMapping<T>> map,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return Collect(MappingOf(map), records, name, cancellationToken);
    }

    /// <summary>Makes data sets of records that come one by one, a chunk of rows each, as they come.</summary>
    /// <typeparam name="T">The records.</typeparam>
    /// <param name="records">The records, one a row.</param>
    /// <param name="name">What to call the chunks.</param>
    /// <param name="map">Names the columns, such as <c>map =&gt; map.Number("age", r =&gt; r.Age).Category("plan", r =&gt; r.Plan)</c>.</param>
    /// <param name="chunkRows">How many rows a chunk has; the last may have fewer.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The chunks in the records' order. There is at least one, which has no rows when there are no records.</returns>
    /// <exception cref="ArgumentException">The mapping names no column, or one twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="chunkRows"/> is not positive.</exception>
    public static IAsyncEnumerable<Dataset> StreamRecordsAsync<T>(
        IAsyncEnumerable<T> records,
        string name,
        Action<RecordMapping<T>> map,
        int chunkRows = ReadOptions.DefaultChunkRows,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(chunkRows);
        return Chunks(MappingOf(map), records, name, chunkRows, cancellationToken);
    }

    private static async Task<Dataset> Collect<T>(
        RecordMapping<T> mapping,
        IAsyncEnumerable<T> records,
        string name,
        CancellationToken cancellationToken
    )
    {
        var held = new List<T>();
        await foreach (var record in records.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            held.Add(record);
        }

        return mapping.Build(held, name);
    }

    private static async IAsyncEnumerable<Dataset> Chunks<T>(
        RecordMapping<T> mapping,
        IAsyncEnumerable<T> records,
        string name,
        int chunkRows,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var held = new List<T>();
        var isFirst = true;
        await foreach (var record in records.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            held.Add(record);
            if (held.Count < chunkRows)
                continue;
            yield return mapping.Build(held, name);
            held.Clear();
            isFirst = false;
        }

        if (isFirst || held.Count > 0)
            yield return mapping.Build(held, name);
    }

    private static RecordMapping<T> MappingOf<T>(Action<RecordMapping<T>> map)
    {
        ArgumentNullException.ThrowIfNull(map);
        var mapping = new RecordMapping<T>();
        map(mapping);
        return !mapping.IsEmpty
            ? mapping
            : throw new ArgumentException(
                "The mapping names no column; name at least one, as in map => map.Number(\"x\", r => r.X).",
                nameof(map)
            );
    }
}
