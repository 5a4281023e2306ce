namespace Mlops.Statistics.Equivalence;

/// <summary>Says how many rows would settle a comparison that the data could not.</summary>
/// <remarks>
/// The change is taken to be what the data suggest without their noise: θ̃² = max(0, X - (K - 1)) / (8 ln2 N). Below the bound,
/// the size sought is the least at which the p-value of sameness is at most the significance with the stated power, and at least
/// the minimum a Pass needs; above it, the same for the p-value of drift (alone, not among a family of columns). Components that
/// are judged by boxes are scaled as they were observed, until the box lies on one side of the bound or they are sparse no longer.
/// Below a millisecond up to a million rows.
/// </remarks>
public static class EquivalencePlanning
{
    /// <summary>The effective size that a Pass needs at least, whatever its p-value.</summary>
    public const double MinimumEffectiveSize = 100;

    /// <summary>The effective size beyond which nothing is planned.</summary>
    public const double LargestEffectiveSize = 1e9;

    /// <summary>The rows that would settle a comparison.</summary>
    /// <param name="result">An inconclusive result.</param>
    /// <param name="significance">The level that a p-value must not exceed, in (0, 0.5).</param>
    /// <param name="power">The probability to get there, in (0,1).</param>
    /// <param name="minimumEffectiveSize">The effective size that a Pass needs at least.</param>
    /// <exception cref="ArgumentNullException">The result is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static EquivalencePlan RowsToSettle(
        EquivalenceResult result,
        double significance = 0.05,
        double power = 0.8,
        double minimumEffectiveSize = MinimumEffectiveSize
    )
    {
        ArgumentNullException.ThrowIfNull(result);
        if (!(significance is > 0 and < 0.5))
        {
            throw new ArgumentOutOfRangeException(nameof(significance), significance, "It must lie in (0, 0.5).");
        }

        if (!(power is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(power), power, "The power must lie in (0,1).");
        }

        if (!(minimumEffectiveSize >= 0))
        {
            throw new ArgumentOutOfRangeException(
                nameof(minimumEffectiveSize),
                minimumEffectiveSize,
                "The effective size must be at least 0."
            );
        }

        if (result.Status != ResultStatus.Ok)
        {
            return new(EquivalencePlanStatus.Undefined, Verdict.Inconclusive, double.NaN, null, null);
        }

        var effect = EffectPlanner.DebiasedEffect(result);
        var direction = effect < result.Bound ? Verdict.Pass : Verdict.Fail;
        var size =
            result.Method == EquivalenceMethod.ClopperPearsonBoxes
                ? BoxPlanner.EffectiveSize(result, direction, significance, power)
                : EffectPlanner.EffectiveSize(result, effect, significance, power);
        if (direction == Verdict.Pass)
        {
            size = Math.Max(size, minimumEffectiveSize);
        }

        if (!(size <= LargestEffectiveSize))
        {
            return new(EquivalencePlanStatus.TooNearTheBound, direction, double.NaN, null, null);
        }

        // Effective rows are worth a design effect of rows each: n m / (n + m) must reach this.
        var rows = size * result.Options.DesignEffect;
        double n = result.ReferenceCount;
        return new(
            EquivalencePlanStatus.Reachable,
            direction,
            size,
            rows < n ? RoundUp(rows * n / (n - rows)) : null,
            RoundUp(2 * rows)
        );
    }

    private static long? RoundUp(double rows) => rows < 9e18 ? (long)Math.Ceiling(rows) : null;
}
