using Mlops.Drift.Presets.NumPy;
using Mlops.Statistics.Sorting;
using Mlops.Statistics.TwoSample.Categorical;
using Mlops.Statistics.TwoSample.Distribution;

namespace Mlops.Drift.Presets.NannyMl;

/// <summary>What NannyML's methods learn from a reference, and how they score a chunk with it.</summary>
internal static class NannyMlFits
{
    /// <summary>From so many values of the reference on, two methods count in bins.</summary>
    public const int EstimateFrom = 10_000;

    private const int EstimateBins = 10_000;

    public static ChunkScore JensenShannon(double[] reference) => InBins(reference, JensenShannonOf);

    public static ChunkScore Hellinger(double[] reference) => InBins(reference, HellingerOf);

    public static ChunkCountScore JensenShannon(long[] reference) => InCategories(reference, JensenShannonOf);

    public static ChunkCountScore Hellinger(long[] reference) => InCategories(reference, HellingerOf);

    public static ChunkScore KolmogorovSmirnov(double[] reference)
    {
        var sorted = SortedCopy.Of(reference);
        if (reference.Length < EstimateFrom)
        {
            return chunk =>
                new(
                    Statistics
                        .TwoSample.Distribution.KolmogorovSmirnov.TestSorted(
                            sorted,
                            SortedCopy.Of(chunk),
                            new() { Method = KolmogorovSmirnovMethod.Asymptotic }
                        )
                        .Statistic
                );
        }

        var edges = NumPyHistogram.Linspace(sorted[0], sorted[^1], EstimateBins + 1);
        var cumulated = Cumulated(reference, edges, 0);
        return chunk =>
        {
            var below = 0;
            foreach (var value in chunk)
            {
                below += value < edges[0] ? 1 : 0;
            }

            var other = Cumulated(chunk, edges, (double)below / chunk.Length);
            double largest = 0;
            for (var i = 0; i < other.Length; i++)
            {
                largest = Math.Max(largest, Math.Abs(cumulated[i] - other[i]));
            }

            return new(largest);
        };
    }

    public static ChunkScore Wasserstein(double[] reference)
    {
        if (reference.Length < EstimateFrom)
        {
            var sorted = SortedCopy.Of(reference);
            return chunk =>
                MethodScore.Of(
                    Statistics.TwoSample.Distribution.Wasserstein.MeasureSorted(sorted, SortedCopy.Of(chunk)).Distance
                );
        }

        return new BinnedWasserstein(reference, EstimateBins).Score;
    }

    public static ChunkCountScore ChebyshevDistance(long[] reference) =>
        chunk => new(Statistics.Divergences.Chebyshev.Distance(reference, chunk));

    public static ChunkCountScore ChiSquare(long[] reference) =>
        chunk => Scored(Contingency(reference, chunk), test => test.Statistic);

    public static MethodScore ChiSquarePValue(ReadOnlySpan<long> reference, ReadOnlySpan<long> chunk) =>
        Scored(Contingency(reference, chunk), test => test.PValue);

    /// <summary>SciPy's <c>chi2_contingency</c> on the categories that occur, with Yates' correction of a 2×2 table.</summary>
    private static ChiSquareTestResult? Contingency(ReadOnlySpan<long> reference, ReadOnlySpan<long> chunk)
    {
        List<long> first = [],
            second = [];
        for (var i = 0; i < reference.Length; i++)
        {
            if (reference[i] + chunk[i] > 0)
            {
                first.Add(reference[i]);
                second.Add(chunk[i]);
            }
        }

        // SciPy gives 0 and the p-value 1 where no degree of freedom is left.
        return first.Count == 1 ? null : ChiSquareTest.Homogeneity([.. first], [.. second], ContinuityCorrection.Yates);
    }

    private static MethodScore Scored(ChiSquareTestResult? test, Func<ChiSquareTestResult, double> part) =>
        test is null ? new(part(_oneCategory))
        : test.Status == ResultStatus.Ok ? new(part(test))
        : MethodScore.None(test.Status, "SciPy throws ValueError for a side without rows; NannyML makes NaN of it");

    private static readonly ChiSquareTestResult _oneCategory = ChiSquareTest.Homogeneity([1, 1], [1, 1]) with
    {
        Statistic = 0,
        PValue = 1,
    };

    private static ChunkScore InBins(double[] reference, Func<double[], double[], MethodScore> score)
    {
        var edges = NumPyHistogram.Edges(reference, BinRule.Doane);
        var shares = NumPyHistogram.Shares(NumPyHistogram.Counts(reference, edges), reference.Length);
        return chunk =>
            WithLeftover(shares, NumPyHistogram.Shares(NumPyHistogram.Counts(chunk, edges), chunk.Length), score);
    }

    private static ChunkCountScore InCategories(long[] reference, Func<double[], double[], MethodScore> score)
    {
        var shares = NumPyHistogram.Shares([.. reference.Where(count => count > 0)], reference.Sum());
        return chunk =>
        {
            List<long> counts = [];
            for (var i = 0; i < reference.Length; i++)
            {
                if (reference[i] > 0)
                {
                    counts.Add(chunk[i]);
                }
            }

            return WithLeftover(shares, NumPyHistogram.Shares([.. counts], PresetCounts.Total(chunk)), score);
        };
    }

    // What lies outside the reference's bins is one bin more, which the reference has empty.
    private static MethodScore WithLeftover(
        double[] reference,
        double[] chunk,
        Func<double[], double[], MethodScore> score
    )
    {
        var leftover = 1 - NumPySum.Of(chunk);
        return leftover > 0 ? score([.. reference, 0], [.. chunk, leftover]) : score(reference, chunk);
    }

    private static MethodScore JensenShannonOf(double[] p, double[] q) =>
        new(Statistics.Divergences.JensenShannon.Distance(p, q));

    private static MethodScore HellingerOf(double[] p, double[] q)
    {
        var terms = new double[p.Length];
        for (var i = 0; i < terms.Length; i++)
        {
            var difference = Math.Sqrt(p[i]) - Math.Sqrt(q[i]);
            terms[i] = difference * difference;
        }

        return new(Math.Sqrt(NumPySum.Of(terms)) / Math.Sqrt(2));
    }

    private static double[] Cumulated(ReadOnlySpan<double> values, double[] edges, double before)
    {
        var shares = NumPyHistogram.Shares(NumPyHistogram.Counts(values, edges), values.Length);
        double sum = 0;
        for (var i = 0; i < shares.Length; i++)
        {
            sum += shares[i];
            shares[i] = before + sum;
        }

        return shares;
    }
}
