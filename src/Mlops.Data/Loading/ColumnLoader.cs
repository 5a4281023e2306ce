namespace Mlops.Data.Loading;

/// <summary>Takes the values of one column in the order of the rows and makes a <see cref="Column"/> of them.</summary>
internal abstract class ColumnLoader
{
    /// <summary>How many values were taken, missing ones included.</summary>
    public int Count { get; private set; }

    /// <summary>The kind of the column; <see langword="null"/> while nobody has said and no value has come.</summary>
    public abstract ColumnKind? Kind { get; }

    /// <summary>How many components the vectors have; 0 when unknown, or when the column is none of vectors.</summary>
    public virtual int Dimensions => 0;

    /// <summary>Whether the column turned out to be text after values were lost, and has to be read again.</summary>
    public virtual bool MustReload => false;

    /// <summary>Takes a value that is there.</summary>
    /// <param name="text">The value in UTF-8, without its quotes.</param>
    /// <param name="trimmed">The same without surrounding spaces.</param>
    /// <param name="shape">What is known of it.</param>
    public LoadResult Append(ReadOnlySpan<byte> text, ReadOnlySpan<byte> trimmed, FieldShape shape)
    {
        var result = AppendValue(text, trimmed, shape);
        Count += result == LoadResult.Loaded ? 1 : 0;
        return result;
    }

    /// <summary>Takes a vector that is there.</summary>
    /// <param name="vector">Its components, which are finite.</param>
    /// <param name="text">It as text.</param>
    public LoadResult AppendVector(ReadOnlySpan<float> vector, ReadOnlySpan<byte> text)
    {
        var result = AppendVectorValue(vector, text);
        Count += result == LoadResult.Loaded ? 1 : 0;
        return result;
    }

    /// <summary>Takes a value that is not there.</summary>
    public void AppendMissing()
    {
        AppendMissingValue();
        Count++;
    }

    /// <summary>Makes the column.</summary>
    /// <param name="name">What it is called.</param>
    public abstract Column Build(string name);

    /// <summary>Takes a value that is there.</summary>
    protected abstract LoadResult AppendValue(ReadOnlySpan<byte> text, ReadOnlySpan<byte> trimmed, FieldShape shape);

    /// <summary>Takes a vector that is there: its text, unless the column is one of vectors.</summary>
    protected virtual LoadResult AppendVectorValue(ReadOnlySpan<float> vector, ReadOnlySpan<byte> text) =>
        AppendValue(text, text, FieldShape.Text);

    /// <summary>Takes a value that is not there.</summary>
    protected abstract void AppendMissingValue();
}
