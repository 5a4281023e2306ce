using Mlops.Statistics.Distributions;
using Mlops.Statistics.Divergences;

namespace Mlops.Statistics.Equivalence;

/// <summary>Asks whether the change between two sets of counts is surely larger than a bound, or surely smaller.</summary>
/// <remarks>
/// <para>
/// θ is the Jensen-Shannon distance in base 2 and N = n m / (n + m). X = 8 ln2 N θ² is approximately noncentral chi-square
/// with K - 1 degrees of freedom and noncentrality 8 ln2 N θ₀² where θ₀ is the true distance; with L = 8 ln2 N δ², the p-value
/// of drift is 1 - F(X; L), that of sameness F(X; L), and the interval inverts F in its noncentrality.
/// </para>
/// <para>
/// Of two bins with an observed cell under 5 (counted in effective rows), that approximation does not hold. There box(a) is the
/// product of the two Clopper-Pearson intervals at level 1 - a/2 each, which holds both true shares with a probability of at
/// least 1 - a; the p-value of drift (sameness) is the least a at which every θ in the box lies above (at most at) the bound, and
/// the interval is the range of θ over box(1 - level).
/// </para>
/// <para>
/// One-sided questions (<see cref="EquivalenceAlternative.Increase"/>) know the sign of the change: there √X with that sign is
/// referred to a normal distribution around √L, which is F for a change that has grown but for the far tail, and does not claim
/// certainty where it has not.
/// </para>
/// <para>
/// Bins are taken as given: <see cref="BinPooling"/> makes them large enough for the approximation. K counts all of them, also
/// those that are empty on both sides. p-values below 1e-300 are 0. O(K), plus the square root of X.
/// </para>
/// </remarks>
public static class EquivalenceTest
{
    /// <summary>The observed cell under which two bins are sparse.</summary>
    public const int SparseCellCount = 5;

    /// <summary>Compares two sets of counts over the same bins.</summary>
    /// <param name="referenceCounts">The reference's counts, not negative; one bin at least.</param>
    /// <param name="currentCounts">As many counts of the current data.</param>
    /// <param name="options">What is asked; <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentException">A span is empty, a count is negative, the lengths differ, or <see cref="EquivalenceAlternative.Increase"/> is asked of other than two bins.</exception>
    public static EquivalenceResult Evaluate(
        ReadOnlySpan<long> referenceCounts,
        ReadOnlySpan<long> currentCounts,
        EquivalenceOptions? options = null
    )
    {
        options ??= new EquivalenceOptions();
        BinCounts.CheckSameBins(
            referenceCounts.Length,
            currentCounts.Length,
            nameof(referenceCounts),
            nameof(currentCounts)
        );
        var oneSided = options.Alternative == EquivalenceAlternative.Increase;
        if (oneSided && referenceCounts.Length != 2)
        {
            throw new ArgumentException(
                $"'{nameof(referenceCounts)}' has {referenceCounts.Length} bins; an increase is asked of two, the second being the event.",
                nameof(referenceCounts)
            );
        }

        var n = BinCounts.Total(referenceCounts, nameof(referenceCounts));
        var m = BinCounts.Total(currentCounts, nameof(currentCounts));
        var result = Unanswered(referenceCounts, currentCounts, n, m, options);
        if (n == 0 || m == 0)
        {
            return result with { Status = ResultStatus.Empty };
        }

        if (result.BinCount == 1)
        {
            return result;
        }

        var effect = JensenShannon.Distance(referenceCounts, currentCounts);
        var grown = result.BinCount == 2 && (Int128)currentCounts[1] * n > (Int128)referenceCounts[1] * m;
        result = result with { Status = ResultStatus.Ok, Effect = oneSided && !grown ? 0 : effect };
        if (IsSparse(referenceCounts, currentCounts, options))
        {
            return ClopperPearsonBox.Judge(result);
        }

        return oneSided ? SignedRoot.Judge(result, grown ? effect : -effect) : Judge(result);
    }

    private static EquivalenceResult Judge(EquivalenceResult result)
    {
        var options = result.Options;
        double unit = Unit(result.EffectiveSize),
            x = unit * result.Effect * result.Effect,
            limit = unit * options.Bound * options.Bound,
            tail = (1 - options.ConfidenceLevel) / 2;
        var degreesOfFreedom = result.BinCount - 1;
        var (same, drift) = NoncentralChiSquare.Tails(x, degreesOfFreedom, limit);
        return result with
        {
            Method = EquivalenceMethod.ChiSquare,
            DriftPValue = drift,
            SamePValue = same,
            DetectionPValue = ChiSquare.Survival(x, degreesOfFreedom),
            Interval = new ConfidenceInterval(
                Distance(NoncentralChiSquare.Noncentrality(x, degreesOfFreedom, 1 - tail), unit),
                Distance(NoncentralChiSquare.Noncentrality(x, degreesOfFreedom, tail), unit),
                options.ConfidenceLevel
            ),
        };
    }

    /// <summary>8 ln2 N: the noncentrality of a distance of 1.</summary>
    internal static double Unit(double effectiveSize) => 8 * Math.Log(2) * effectiveSize;

    private static double Distance(double noncentrality, double unit) => Math.Min(1, Math.Sqrt(noncentrality / unit));

    private static bool IsSparse(
        ReadOnlySpan<long> referenceCounts,
        ReadOnlySpan<long> currentCounts,
        EquivalenceOptions options
    )
    {
        if (referenceCounts.Length != 2 || options.SparseTwoBins == SparseTwoBinMethod.None)
        {
            return false;
        }

        var least = Math.Min(
            Math.Min(referenceCounts[0], referenceCounts[1]),
            Math.Min(currentCounts[0], currentCounts[1])
        );
        return least / options.DesignEffect < SparseCellCount;
    }

    private static EquivalenceResult Unanswered(
        ReadOnlySpan<long> referenceCounts,
        ReadOnlySpan<long> currentCounts,
        long n,
        long m,
        EquivalenceOptions options
    )
    {
        var isPair = referenceCounts.Length == 2;
        return new EquivalenceResult
        {
            Status = ResultStatus.Undefined,
            Effect = double.NaN,
            Interval = new ConfidenceInterval(double.NaN, double.NaN, options.ConfidenceLevel),
            DriftPValue = double.NaN,
            SamePValue = double.NaN,
            DetectionPValue = double.NaN,
            EffectiveSize = n == 0 || m == 0 ? 0 : n / ((double)n + m) * m / options.DesignEffect,
            BinCount = referenceCounts.Length,
            ReferenceCount = n,
            CurrentCount = m,
            ReferenceEventCount = isPair ? referenceCounts[1] : null,
            CurrentEventCount = isPair ? currentCounts[1] : null,
            Method = EquivalenceMethod.None,
            Options = options,
        };
    }
}
