using System.Data;
using Mlops.Data.Loading;

namespace Mlops.Data.DataReaders;

/// <summary>Takes values of one type.</summary>
/// <param name="ordinal">The column's position.</param>
/// <param name="missing">Stands where nothing is.</param>
/// <param name="get">Takes a value from a row.</param>
/// <param name="build">Makes the column.</param>
internal sealed class ValueFieldReader<TValue>(
    int ordinal,
    TValue missing,
    Func<IDataRecord, int, TValue> get,
    Func<ReadOnlyMemory<TValue>, Column> build
) : FieldReader
{
    private GrowingArray<TValue> _values = new(0);

    public override void Append(IDataRecord record) =>
        _values.Add(record.IsDBNull(ordinal) ? missing : get(record, ordinal));

    public override Column Build()
    {
        var values = _values.ToMemory();
        _values = new GrowingArray<TValue>(values.Length);
        return build(values);
    }
}
