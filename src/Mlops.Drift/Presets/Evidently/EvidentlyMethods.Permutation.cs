using System.Runtime.CompilerServices;
using Mlops.Drift.Presets.NumPy;
using Mlops.Statistics.Sorting;

namespace Mlops.Drift.Presets.Evidently;

public static partial class EvidentlyMethods
{
    private const int TotalVariationRounds = 1000;
    private const int DiscrepancyRounds = 100;
    private const int MostRowsOfMatrix = 10_000;

    /// <summary><c>TVD</c>: the p-value of the total variation distance by 1000 permutations, drawn as NumPy draws them from the seed 0.</summary>
    /// <param name="reference">The category of each row of the reference, from 0, in the order of the rows; -1 where missing.</param>
    /// <param name="current">That of each current row.</param>
    /// <remarks>
    /// The share of permutations whose distance is at least the observed one, which can be 0: the observed order is not counted in. The order of the
    /// rows matters. Evidently adds the categories up in the order of a Python set, which for texts changes from run to run, so that its last bits and
    /// with them ties may differ; here they are added in order. O(1000 rows).
    /// </remarks>
    public static MethodScore TotalVariation(ReadOnlySpan<int> reference, ReadOnlySpan<int> current) =>
        TotalVariation(reference, current, double.NaN, TotalVariationRounds);

    /// <summary><c>empirical_mmd</c>: the p-value of the squared maximum mean discrepancy with a Gaussian kernel, by 100 permutations.</summary>
    /// <param name="reference">The reference's values.</param>
    /// <param name="current">The current values.</param>
    /// <remarks>
    /// Kernel exp(-d²/(2σ²)) with σ² half the median squared distance of the reference's values, each to itself included. Evidently draws from NumPy's
    /// global generator, wherever that stands; here it stands where <c>numpy.random.seed(0)</c> leaves it, as in Evidently's own tests. The share
    /// can be 0, and permutations that tie with the observed order, as they do for few distinct values, are counted or not by the last bit of a sum. O(100 rows²) and a matrix of that size: above 10,000 rows in all there is no score.
    /// </remarks>
    public static MethodScore MaximumMeanDiscrepancy(ReadOnlySpan<double> reference, ReadOnlySpan<double> current)
    {
        double[] first = Finite(reference),
            second = Finite(current);
        if (Empty(first, second) is { } none)
        {
            return none;
        }

        if (first.Length < 2 || second.Length < 2)
        {
            return MethodScore.None(
                ResultStatus.TooFewRows,
                "fewer than two values on a side, where Evidently divides by 0"
            );
        }

        if (first.Length + second.Length > MostRowsOfMatrix)
        {
            return MethodScore.None(
                ResultStatus.Undefined,
                $"more than {MostRowsOfMatrix} rows in all, for which a matrix of all pairs does not fit; Evidently runs out of memory there"
            );
        }

        double[] pooled = [.. first, .. second];
        var kernel = Kernel(pooled, Sigma(first));
        var order = new int[pooled.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        var observed = Discrepancy(kernel, order, first.Length);
        var random = new NumPyRandom(0);
        var atLeast = 0;
        for (var round = 0; round < DiscrepancyRounds; round++)
        {
            random.Permutation(order);
            atLeast += observed <= Discrepancy(kernel, order, first.Length) ? 1 : 0;
        }

        return new((double)atLeast / DiscrepancyRounds);
    }

    internal static MethodScore TotalVariation(
        ReadOnlySpan<int> reference,
        ReadOnlySpan<int> current,
        double observed,
        int rounds
    )
    {
        var pair = CategoryPair.Of(reference, current);
        var (first, second) = Totals(pair.ReferenceCounts, pair.CurrentCounts);
        if (NoRows(first, second) is { } none)
        {
            return none;
        }

        if (double.IsNaN(observed))
        {
            observed = TotalVariationOf(pair.ReferenceCounts, pair.CurrentCounts);
        }

        int[] pooled = [.. reference, .. current];
        var order = new int[pooled.Length];
        long[] drawn = new long[pair.Count],
            left = new long[pair.Count];
        var random = new NumPyRandom(0);
        var atLeast = 0;
        for (var round = 0; round < rounds; round++)
        {
            random.Permutation(order);
            Array.Clear(drawn);
            foreach (var row in order.AsSpan(0, reference.Length))
            {
                if (pooled[row] >= 0)
                {
                    drawn[pooled[row]]++;
                }
            }

            for (var i = 0; i < left.Length; i++)
            {
                left[i] = pair.ReferenceCounts[i] + pair.CurrentCounts[i] - drawn[i];
            }

            atLeast += observed <= TotalVariationOf(drawn, left) ? 1 : 0;
        }

        return new((double)atLeast / rounds);
    }

    /// <summary>√(½ median of the squared distances), the median being an element; √½ where that is 0.</summary>
    internal static double Sigma(ReadOnlySpan<double> values)
    {
        var distances = new double[values.Length * values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            for (var j = 0; j < values.Length; j++)
            {
                distances[(i * values.Length) + j] = SquaredDistance(values[i], values[j]);
            }
        }

        var sorted = SortedCopy.Of(distances);
        // NumPy's method "nearest" at (n - 1)/2: half-way goes to the even position.
        var median = sorted[(int)Math.Round((sorted.Length - 1) * 0.5, MidpointRounding.ToEven)];
        var sigma = Math.Sqrt(0.5 * median);
        return sigma == 0 ? Math.Sqrt(0.5) : sigma;
    }

    private static double TotalVariationOf(long[] first, long[] second)
    {
        long n = first.Sum(),
            m = second.Sum();
        var terms = new double[first.Length];
        for (var i = 0; i < terms.Length; i++)
        {
            terms[i] = Math.Abs((first[i] / (double)n) - (second[i] / (double)m));
        }

        return 0.5 * NumPySum.Of(terms);
    }

    // Evidently expands the square, and its rounding is in every distance.
    private static double SquaredDistance(double x, double y) => (y * y) - (2 * (x * y)) + (x * x);

    private static double[] Kernel(double[] values, double sigma)
    {
        var n = values.Length;
        var gamma = 1.0 / (2.0 * sigma * sigma);
        var kernel = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                kernel[(i * n) + j] = i == j ? 0 : Math.Exp(-gamma * SquaredDistance(values[i], values[j]));
            }
        }

        return kernel;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Discrepancy(double[] kernel, int[] order, int referenceCount)
    {
        int n = order.Length,
            currentCount = n - referenceCount;
        double within = 0,
            other = 0,
            between = 0;
        for (var i = 0; i < n; i++)
        {
            var row = kernel.AsSpan(order[i] * n, n);
            double left = 0,
                right = 0;
            for (var j = 0; j < referenceCount; j++)
            {
                left += row[order[j]];
            }

            for (var j = referenceCount; j < n; j++)
            {
                right += row[order[j]];
            }

            if (i < referenceCount)
            {
                within += left;
            }
            else
            {
                between += left;
                other += right;
            }
        }

        return (1.0 / ((double)referenceCount * (referenceCount - 1)) * within)
            + (1.0 / ((double)currentCount * (currentCount - 1)) * other)
            - (2.0 * (between / ((double)referenceCount * currentCount)));
    }
}
