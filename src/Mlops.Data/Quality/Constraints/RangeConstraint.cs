using Mlops.Reporting;

namespace Mlops.Data.Quality.Constraints;

/// <summary>Numbers lie between two limits, which are within.</summary>
/// <param name="Column">The column's name.</param>
/// <param name="Minimum">The least value; <see langword="null"/> for no limit.</param>
/// <param name="Maximum">The largest value; <see langword="null"/> for no limit.</param>
/// <remarks>Infinities are values, and beyond any limit.</remarks>
public sealed record RangeConstraint(string Column, double? Minimum, double? Maximum) : RowConstraint($"{Column}/range")
{
    private const int Digits = 12;

    /// <inheritdoc/>
    public override string Kind => "range";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns => [Column];

    /// <inheritdoc/>
    public override string Demand =>
        (Minimum, Maximum) switch
        {
            (0, null) => $"{Column} is not negative{Tolerance}",
            ({ } low, null) => $"{Column} is at least {ReportFormat.Number(low, Digits)}{Tolerance}",
            (null, { } high) => $"{Column} is at most {ReportFormat.Number(high, Digits)}{Tolerance}",
            _ =>
                $"{Column} is from {ReportFormat.Number(Minimum ?? double.NaN, Digits)} to {ReportFormat.Number(Maximum ?? double.NaN, Digits)}{Tolerance}",
        };

    internal override string? Fault() =>
        base.Fault()
        ?? (
            Minimum is null && Maximum is null ? "it has no limit"
            : Minimum is { } low && !double.IsFinite(low) ? $"its minimum {low} is not finite"
            : Maximum is { } high && !double.IsFinite(high) ? $"its maximum {high} is not finite"
            : Minimum > Maximum ? $"its minimum {Minimum} is above its maximum {Maximum}"
            : null
        );
}
