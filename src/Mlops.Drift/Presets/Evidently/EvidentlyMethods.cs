using Mlops.Drift.Presets.NumPy;
using Mlops.Statistics.Compute;

namespace Mlops.Drift.Presets.Evidently;

/// <summary>The statistical tests of Evidently 0.7, with its bins, its zeros and its bases of logarithms.</summary>
/// <remarks>
/// <para>
/// Numbers that are NaN or infinite are left out first, as Evidently's reports do. Where Evidently throws or answers NaN the
/// status says so. What differs from the statistics of this SDK, and where Evidently is wrong, is told in the page on presets.
/// </para>
/// <para>
/// Columns of numbers are binned as Evidently's <c>get_binned_data</c> does: with more than 20 distinct values in the reference by
/// Sturges' rule on both samples together, else each value a bin of its own. Its argument <c>n_bins</c> has no effect there and does not exist here.
/// </para>
/// </remarks>
public static partial class EvidentlyMethods
{
    private const double SmallestShare = 0.0001;
    private const double SmallestDeviation = 0.001;

    /// <summary><c>ks</c>: the two-sided p-value of the two-sample Kolmogorov-Smirnov test, exact up to 10,000 values.</summary>
    /// <param name="reference">The reference's values.</param>
    /// <param name="current">The current values.</param>
    /// <param name="context">Threads and cancellation; <see langword="null"/> for all threads.</param>
    public static MethodScore KolmogorovSmirnov(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        ComputeContext? context = null
    )
    {
        double[] first = Finite(reference),
            second = Finite(current);
        return Empty(first, second)
            ?? MethodScore.Of(
                Statistics.TwoSample.Distribution.KolmogorovSmirnov.Test(first, second, context: context).PValue
            );
    }

    /// <summary><c>wasserstein</c>: the Wasserstein distance over the reference's population standard deviation, that being 0.001 at least.</summary>
    /// <param name="reference">The reference's values.</param>
    /// <param name="current">The current values.</param>
    /// <param name="context">Threads and cancellation; <see langword="null"/> for all threads.</param>
    public static MethodScore Wasserstein(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        ComputeContext? context = null
    )
    {
        double[] first = Finite(reference),
            second = Finite(current);
        return Empty(first, second)
            ?? MethodScore.Of(
                Statistics.TwoSample.Distribution.Wasserstein.Measure(first, second, context).Distance
                    / Math.Max(NumPySum.StandardDeviation(first), SmallestDeviation)
            );
    }

    /// <summary><c>jensenshannon</c>: the Jensen-Shannon distance to base e, at most √ln 2 = 0.8326.</summary>
    /// <param name="reference">The reference's values.</param>
    /// <param name="current">The current values.</param>
    public static MethodScore JensenShannon(ReadOnlySpan<double> reference, ReadOnlySpan<double> current) =>
        OfBins(reference, current, JensenShannonOfShares);

    /// <summary><c>kl_div</c>: the Kullback-Leibler divergence of the reference from the current data, in nats, empty bins filled.</summary>
    /// <param name="reference">The reference's values.</param>
    /// <param name="current">The current values.</param>
    public static MethodScore KullbackLeibler(ReadOnlySpan<double> reference, ReadOnlySpan<double> current) =>
        OfBins(reference, current, KullbackLeiblerOfShares);

    /// <summary><c>psi</c>: the population stability index, empty bins filled and shares not normalised again.</summary>
    /// <param name="reference">The reference's values.</param>
    /// <param name="current">The current values.</param>
    public static MethodScore PopulationStability(ReadOnlySpan<double> reference, ReadOnlySpan<double> current) =>
        OfBins(reference, current, PopulationStabilityOfShares);

    /// <summary><c>hellinger</c>: √(1 - Σ √(p q)) on as many bins as Sturges' rule asks for the number of <em>distinct</em> values.</summary>
    /// <param name="reference">The reference's values.</param>
    /// <param name="current">The current values.</param>
    public static MethodScore Hellinger(ReadOnlySpan<double> reference, ReadOnlySpan<double> current)
    {
        double[] first = Finite(reference),
            second = Finite(current);
        if (Empty(first, second) is { } none)
        {
            return none;
        }

        var edges = NumPyHistogram.Edges(CategoryPair.Distinct([.. first, .. second]), BinRule.Sturges);
        double[] p = Density(first, edges),
            q = Density(second, edges);
        var width = (edges[^1] - edges[0]) / (edges.Length - 1);
        double affinity = 0;
        for (var i = 0; i < p.Length; i++)
        {
            affinity += Math.Sqrt(p[i] * q[i]) * width;
        }

        return new(Math.Sqrt(1 - Math.Clamp(affinity, 0, 1)));
    }

    /// <summary>The finite values.</summary>
    internal static double[] Finite(ReadOnlySpan<double> values)
    {
        var kept = new double[values.Length];
        var count = 0;
        foreach (var value in values)
        {
            if (double.IsFinite(value))
            {
                kept[count++] = value;
            }
        }

        return count == kept.Length ? kept : kept[..count];
    }

    internal static MethodScore? Empty(double[] reference, double[] current) =>
        reference.Length > 0 && current.Length > 0
            ? null
            : MethodScore.None(
                ResultStatus.Empty,
                "a side has no finite values; Evidently throws ValueError, and its whole report with it"
            );

    private static MethodScore OfBins(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        Func<double[], double[], MethodScore> score
    )
    {
        double[] first = Finite(reference),
            second = Finite(current);
        if (Empty(first, second) is { } none)
        {
            return none;
        }

        if (CategoryPair.Distinct(first).Length <= 20)
        {
            var pair = CategoryPair.Of(first, second);
            return score(
                NumPyHistogram.Shares(pair.ReferenceCounts, first.Length),
                NumPyHistogram.Shares(pair.CurrentCounts, second.Length)
            );
        }

        var edges = NumPyHistogram.Edges([.. first, .. second], BinRule.Sturges);
        return score(
            NumPyHistogram.Shares(NumPyHistogram.Counts(first, edges), first.Length),
            NumPyHistogram.Shares(NumPyHistogram.Counts(second, edges), second.Length)
        );
    }

    private static double[] Density(double[] values, double[] edges)
    {
        var counts = NumPyHistogram.Counts(values, edges);
        var density = new double[counts.Length];
        for (var i = 0; i < density.Length; i++)
        {
            density[i] = counts[i] / (edges[i + 1] - edges[i]) / values.Length;
        }

        return density;
    }

    private static MethodScore JensenShannonOfShares(double[] p, double[] q) =>
        new(Statistics.Divergences.JensenShannon.Distance(p, q, Math.E));

    private static MethodScore KullbackLeiblerOfShares(double[] p, double[] q) =>
        new(Statistics.Divergences.KullbackLeibler.Divergence(Filled(p), Filled(q)));

    private static MethodScore PopulationStabilityOfShares(double[] p, double[] q)
    {
        var terms = new double[p.Length];
        double[] first = Filled(p),
            second = Filled(q);
        for (var i = 0; i < terms.Length; i++)
        {
            terms[i] = (first[i] - second[i]) * Math.Log(first[i] / second[i]);
        }

        return new(NumPySum.Of(terms));
    }

    // An empty bin has a share of 0.0001, or of a millionth of the smallest other share where that is 0.0001 or less.
    private static double[] Filled(double[] shares)
    {
        var smallest = shares.Where(share => share > 0).Min();
        var filling = smallest <= SmallestShare ? smallest / 1_000_000 : SmallestShare;
        return Array.ConvertAll(shares, share => share == 0 ? filling : share);
    }
}
