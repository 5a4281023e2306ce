namespace Mlops.Data.Csv.Loading;

/// <summary>Takes the fields of one column in the order of the rows and makes a <see cref="Column"/> of them.</summary>
internal abstract class ColumnLoader
{
    /// <summary>Takes a field that is there.</summary>
    /// <param name="text">The field in UTF-8, without its quotes.</param>
    /// <param name="trimmed">The same without surrounding spaces.</param>
    public abstract LoadResult Append(ReadOnlySpan<byte> text, ReadOnlySpan<byte> trimmed);

    /// <summary>Takes a field that is not there.</summary>
    public abstract void AppendMissing();

    /// <summary>Makes the column.</summary>
    /// <param name="name">What it is called.</param>
    public abstract Column Build(string name);
}
