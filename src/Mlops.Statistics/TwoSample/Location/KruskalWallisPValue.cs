using Mlops.Statistics.Compute;
using Mlops.Statistics.Distributions;
using Mlops.Statistics.Permutation;

namespace Mlops.Statistics.TwoSample.Location;

/// <summary>Turns the ranks of samples into a test.</summary>
internal static class KruskalWallisPValue
{
    /// <summary>Of fewer values in a sample the chi-square distribution is a poor one.</summary>
    private const int LeastAsymptotic = 5;

    /// <param name="values">The samples one after the other; sorted in place.</param>
    /// <param name="sizes">How many values each has.</param>
    /// <param name="options">What is asked.</param>
    /// <param name="context">Threads and cancellation.</param>
    internal static KruskalWallisResult Judge(
        double[] values,
        int[] sizes,
        KruskalWallisOptions options,
        ComputeContext context
    )
    {
        var isEmpty = sizes.Contains(0);
        var method = MethodOf(sizes, options.Method);
        var labels = Labels(sizes);
        var ranks = new long[isEmpty ? 0 : values.Length];
        var untied = isEmpty ? 0 : Rank(values, labels, ranks);
        var status =
            isEmpty ? ResultStatus.Empty
            : untied == 0 ? ResultStatus.Constant
            : ResultStatus.Ok;
        double statistic = double.NaN,
            pValue = double.NaN;
        PermutationPValue? drawn = null;
        if (status == ResultStatus.Ok)
        {
            // 3 Σ D² / n_i of twice the deviations of rank sums, over N (N + 1) times (N³ - N - Σ (t³ - t)) / (N³ - N).
            var scale = 3 * (values.LongLength - 1.0) / untied;
            var summary = new KruskalWallisStatistic(ranks, sizes, scale);
            statistic = summary.OfLabels(labels);
            if (method == KruskalWallisMethod.Permutation)
            {
                var bytes = Array.ConvertAll(labels, label => (byte)label);
                drawn = LabelPermutation.Test(bytes, summary, options.Permutation, context);
            }

            pValue = drawn?.PValue ?? ChiSquare.Survival(statistic, sizes.Length - 1);
        }

        return new KruskalWallisResult
        {
            Status = status,
            Statistic = statistic,
            DegreesOfFreedom = sizes.Length - 1,
            EpsilonSquared = Math.Min(1, statistic / (values.LongLength - 1)),
            PValue = pValue,
            Count = values.LongLength,
            Method = method,
            Permutation = drawn,
            Options = options,
        };
    }

    private static KruskalWallisMethod MethodOf(int[] sizes, KruskalWallisMethod asked) =>
        asked != KruskalWallisMethod.Auto ? asked
        : sizes.Min() < LeastAsymptotic && sizes.Length <= 256 ? KruskalWallisMethod.Permutation
        : KruskalWallisMethod.Asymptotic;

    private static int[] Labels(int[] sizes)
    {
        var labels = new int[sizes.Sum()];
        var begin = 0;
        for (var i = 0; i < sizes.Length; i++)
        {
            labels.AsSpan(begin, sizes[i]).Fill(i);
            begin += sizes[i];
        }

        return labels;
    }

    /// <summary>Sorts the values with their labels, and writes twice each one's midrank less N + 1.</summary>
    /// <returns>N³ - N - Σ (t³ - t).</returns>
    private static double Rank(double[] values, int[] labels, long[] ranks)
    {
        Array.Sort(values, labels);
        var total = (UInt128)(ulong)values.LongLength;
        var untied = (total * total * total) - total;
        for (int begin = 0, end; begin < values.Length; begin = end)
        {
            for (end = begin + 1; end < values.Length && values[end] == values[begin]; )
            {
                end++;
            }

            ranks.AsSpan(begin, end - begin).Fill((long)begin + end - values.LongLength);
            var size = (UInt128)(ulong)(end - begin);
            untied -= (size * size * size) - size;
        }

        return (double)untied;
    }
}
