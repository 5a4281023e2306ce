namespace Mlops.Data.Joins;

/// <summary>How two data sets are joined.</summary>
public sealed record JoinOptions
{
    /// <summary>What becomes of rows for which the other data set has none.</summary>
    /// <value>The default is <see cref="JoinKind.Left"/>: they stay.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not a <see cref="JoinKind"/>.</exception>
    public JoinKind Kind
    {
        get;
        init =>
            field = Enum.IsDefined(value)
                ? value
                : throw new ArgumentOutOfRangeException(
                    nameof(value),
                    value,
                    $"{(int)value} is not a {nameof(JoinKind)}."
                );
    } = JoinKind.Left;

    /// <summary>What becomes of a key that several rows of the other data set have.</summary>
    /// <value>The default is <see cref="DuplicateKeys.Refuse"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not a <see cref="DuplicateKeys"/>.</exception>
    public DuplicateKeys Duplicates
    {
        get;
        init =>
            field = Enum.IsDefined(value)
                ? value
                : throw new ArgumentOutOfRangeException(
                    nameof(value),
                    value,
                    $"{(int)value} is not a {nameof(DuplicateKeys)}."
                );
    } = DuplicateKeys.Refuse;

    /// <summary>What is added to the other's column names that this data set has as well.</summary>
    /// <value>The default is <see langword="null"/>: such names are an error.</value>
    /// <exception cref="ArgumentException">It is empty or white space.</exception>
    public string? Suffix
    {
        get;
        init
        {
            if (value is not null)
                ArgumentException.ThrowIfNullOrWhiteSpace(value);
            field = value;
        }
    }
}
