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
        ArgumentNullException.ThrowIfNull(map);
        var mapping = new RecordMapping<T>();
        map(mapping);
        if (mapping.IsEmpty)
        {
            throw new ArgumentException(
                "The mapping names no column; name at least one, as in map => map.Number(\"x\", r => r.X).",
                nameof(map)
            );
        }

        return mapping.Build(records as IReadOnlyList<T> ?? [.. records], name);
    }
}
