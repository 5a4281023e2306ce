namespace Mlops.Data;

/// <summary>Collects vectors in the order of the rows and makes an <see cref="EmbeddingColumn"/> of them.</summary>
/// <param name="column">The column's name, for messages.</param>
/// <param name="dimensions">How many components each has; 0 when the first vector says it.</param>
internal sealed class EmbeddingBuilder(string column, int dimensions = 0)
{
    private readonly ValidityBitmap.Builder _validity = new();
    private float[] _values = [];

    /// <summary>How many components each vector has; 0 while nobody has said.</summary>
    public int Dimensions { get; private set; } = dimensions;

    public int Count => _validity.Count;

    /// <summary>Takes a vector; false, and nothing is taken, when it is empty or of another length.</summary>
    /// <param name="vector">Finite components.</param>
    public bool TryAdd(ReadOnlySpan<float> vector)
    {
        if (vector.Length == 0 || (Dimensions != 0 && vector.Length != Dimensions))
            return false;
        Dimensions = vector.Length;
        vector.CopyTo(Next());
        _validity.Add(isValid: true);
        return true;
    }

    public void AddMissing() => _validity.Add(isValid: false);

    public EmbeddingColumn Build(FailureLog? failures = null) => Build(SourceType.Single, failures);

    public EmbeddingColumn Build(SourceType sourceType, FailureLog? failures)
    {
        _ = Reserved(Count);
        return new EmbeddingColumn(
            column,
            sourceType,
            _values.AsMemory(0, Count * Dimensions),
            Dimensions,
            _validity.Build(),
            failures
        );
    }

    /// <summary>The position of the first component that is NaN or infinite; negative when all are finite.</summary>
    public static int FirstNotFinite(ReadOnlySpan<float> vector)
    {
        for (var i = 0; i < vector.Length; i++)
        {
            if (!float.IsFinite(vector[i]))
                return i;
        }

        return -1;
    }

    private Span<float> Next() => Reserved(Count + 1).AsSpan(Count * Dimensions, Dimensions);

    private float[] Reserved(int rows)
    {
        var wanted = (long)rows * Dimensions;
        if (wanted > Array.MaxLength)
        {
            throw new InvalidOperationException(
                $"Column '{column}' has more than {Array.MaxLength} components, which is what an embedding column holds; read the data in chunks."
            );
        }

        if (wanted > _values.Length)
            Array.Resize(ref _values, (int)Math.Min(Math.Max(wanted, 2L * _values.Length), Array.MaxLength));
        return _values;
    }
}
