using System.Data;
using System.Globalization;

namespace Mlops.Data.DataReaders;

/// <summary>Takes vectors.</summary>
/// <param name="ordinal">The column's position.</param>
/// <param name="name">The column's name.</param>
internal sealed class VectorFieldReader(int ordinal, string name) : FieldReader
{
    private EmbeddingBuilder _vectors = new(name);

    public override void Append(IDataRecord record)
    {
        if (record.IsDBNull(ordinal))
        {
            _vectors.AddMissing();
            return;
        }

        var vector = (float[])record.GetValue(ordinal);
        if (EmbeddingBuilder.FirstNotFinite(vector) is >= 0 and var position)
        {
            throw new FormatException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Component {position} is {vector[position]}; components must be finite."
                )
            );
        }

        if (!_vectors.TryAdd(vector))
        {
            throw new FormatException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The vector has {vector.Length} components; it must have {Math.Max(1, _vectors.Dimensions)}. A row without a vector is NULL."
                )
            );
        }
    }

    public override Column Build()
    {
        var column = _vectors.Build();
        _vectors = new EmbeddingBuilder(name, column.Dimensions);
        return column;
    }
}
