namespace Mlops.Data.Quality.Constraints;

/// <summary>Values are of a list.</summary>
/// <param name="Column">The column's name: categories, texts, booleans or numbers.</param>
/// <param name="Values">The values; numbers as they are written, booleans as <c>true</c> and <c>false</c>.</param>
/// <remarks><see cref="RowConstraint.TolerableShare"/> is the share of values that may be new. Texts compare ordinally.</remarks>
public sealed record DomainConstraint(string Column, IReadOnlyList<string> Values) : RowConstraint($"{Column}/domain")
{
    private const int Shown = 8;

    /// <summary>The values; numbers as they are written, booleans as <c>true</c> and <c>false</c>.</summary>
    public IReadOnlyList<string> Values { get; init; } = Values is null ? [] : [.. Values];

    /// <inheritdoc/>
    public override string Kind => "domain";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns => [Column];

    /// <inheritdoc/>
    public override string Demand =>
        $"{Column} is one of {string.Join(", ", Values.Take(Shown))}{(Values.Count > Shown ? $" and {Values.Count - Shown} more" : "")}{Tolerance}";

    /// <inheritdoc/>
    public bool Equals(DomainConstraint? other) =>
        base.Equals(other) && Column == other.Column && Values.SequenceEqual(other.Values, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Column, Values.Count);

    internal override string? Fault() =>
        base.Fault()
        ?? (
            Values.Count == 0 ? "it has no values"
            : Values.Any(value => value is null) ? "one of its values is null"
            : null
        );
}
