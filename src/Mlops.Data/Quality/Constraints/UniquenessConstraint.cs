namespace Mlops.Data.Quality.Constraints;

/// <summary>No value comes twice; of several columns, no combination does.</summary>
/// <param name="Keys">The columns that together are the key.</param>
/// <remarks>
/// A row violates it when an earlier row has the same key. A row without a value in one of the columns has no key and is not
/// counted. Whole numbers from 2^53 on may be equal although they were not.
/// </remarks>
public sealed record UniquenessConstraint(IReadOnlyList<string> Keys) : RowConstraint($"{Name(Keys)}/unique")
{
    /// <summary>No value of a column comes twice.</summary>
    /// <param name="column">The column's name.</param>
    public UniquenessConstraint(string column)
        : this([column]) { }

    /// <summary>The columns that together are the key.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [.. Keys];

    /// <inheritdoc/>
    public override string Kind => "unique";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns => Keys;

    /// <inheritdoc/>
    public override string Demand =>
        Keys.Count == 1
            ? $"{Keys[0]} has no value twice{Tolerance}"
            : $"{string.Join(", ", Keys)} together have no combination twice{Tolerance}";

    /// <inheritdoc/>
    public bool Equals(UniquenessConstraint? other) =>
        base.Equals(other) && Keys.SequenceEqual(other.Keys, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Keys.Count);

    internal override string? Fault() => base.Fault() ?? (Keys.Count == 0 ? "it names no column" : null);

    private static string Name(IReadOnlyList<string> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return string.Join('+', keys);
    }
}
