namespace Mlops.Data.JsonLines;

/// <summary>How JSON lines are read, and what their columns are to be read as.</summary>
public sealed record JsonLinesOptions : ReadOptions
{
    /// <summary>The default of <see cref="FlattenDepth"/>.</summary>
    public const int DefaultFlattenDepth = 8;

    /// <summary>The default of <see cref="MaxLineBytes"/>: 16 MiB.</summary>
    public const int DefaultMaxLineBytes = 16 << 20;

    /// <summary>How many levels of objects within the line's object become columns of their own, named <c>a.b</c>.</summary>
    /// <value>The default is 8. With 0, or deeper, an object is the text of its JSON.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or more than 32.</exception>
    public int FlattenDepth
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 32);
            field = value;
        }
    } = DefaultFlattenDepth;

    /// <summary>How many bytes a line has at most, so that a file without line breaks does not fill the memory.</summary>
    /// <value>The default is 16 MiB. A longer line is an error.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive, or more than 1 GiB.</exception>
    public int MaxLineBytes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1 << 30);
            field = value;
        }
    } = DefaultMaxLineBytes;
}
