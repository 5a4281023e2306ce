using Mlops.Reporting;

namespace Mlops.Data.Quality.Constraints;

/// <summary>Texts have so many characters, as Unicode counts them.</summary>
/// <param name="Column">The column's name: categories or texts.</param>
/// <param name="Minimum">The least length; <see langword="null"/> for no limit.</param>
/// <param name="Maximum">The largest length; <see langword="null"/> for no limit.</param>
public sealed record LengthConstraint(string Column, int? Minimum, int? Maximum) : RowConstraint($"{Column}/length")
{
    /// <inheritdoc/>
    public override string Kind => "length";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns => [Column];

    /// <inheritdoc/>
    public override string Demand =>
        (Minimum, Maximum) switch
        {
            ({ } low, null) => $"{Column} has at least {Characters(low)}{Tolerance}",
            (null, { } high) => $"{Column} has at most {Characters(high)}{Tolerance}",
            var (low, high) when low == high => $"{Column} has {Characters(high ?? 0)}{Tolerance}",
            _ => $"{Column} has {Minimum} to {Characters(Maximum ?? 0)}{Tolerance}",
        };

    internal override string? Fault() =>
        base.Fault()
        ?? (
            Minimum is null && Maximum is null ? "it has no limit"
            : Minimum < 0 || Maximum < 0 ? "a length is never negative"
            : Minimum > Maximum ? $"its minimum {Minimum} is above its maximum {Maximum}"
            : null
        );

    private static string Characters(int count) => $"{ReportFormat.Count(count)} character{(count == 1 ? "" : "s")}";
}
