using System.Buffers;
using Mlops.Statistics.Compute;
using Mlops.Statistics.Randomness;

namespace Mlops.Statistics.Permutation;

/// <summary>The conditional null distribution of a statistic: labels permuted over the pooled values as they are, ties and all.</summary>
internal static class LabelPermutation
{
    /// <summary>How many replicates a thread draws at a time.</summary>
    private const int Batch = 16;

    /// <summary>The p-value of the data's own statistic.</summary>
    /// <param name="labels">The data's labels: 1 for a current value, 0 for one of the reference.</param>
    /// <param name="statistic">The statistic.</param>
    /// <param name="options">How to draw.</param>
    /// <param name="context">Threads and cancellation.</param>
    internal static PermutationPValue Test<TStatistic>(
        ReadOnlySpan<byte> labels,
        TStatistic statistic,
        PermutationOptions options,
        ComputeContext? context
    )
        where TStatistic : struct, ILabelStatistic => Test(labels, statistic, new FreeShuffle(), options, context);

    /// <inheritdoc cref="Test{TStatistic}"/>
    /// <param name="labels">The data's labels.</param>
    /// <param name="statistic">The statistic.</param>
    /// <param name="shuffle">Which permutations are equally likely under the null.</param>
    /// <param name="options">How to draw.</param>
    /// <param name="context">Threads and cancellation.</param>
    internal static PermutationPValue Test<TStatistic, TShuffle>(
        ReadOnlySpan<byte> labels,
        TStatistic statistic,
        TShuffle shuffle,
        PermutationOptions options,
        ComputeContext? context
    )
        where TStatistic : struct, ILabelStatistic
        where TShuffle : struct, ILabelShuffle
    {
        var observed = statistic.Of(labels);
        return Test(labels.ToArray(), observed, statistic, shuffle, options, context ?? ComputeContext.Default);
    }

    /// <summary>Whether a replicate is at least as extreme: equal statistics may differ in their last bits, and what is no number may be anything.</summary>
    internal static bool IsExtreme(double replicate, double observed) =>
        !(replicate < (double.IsFinite(observed) ? observed - (1e-9 * Math.Abs(observed)) : observed));

    private static PermutationPValue Test<TStatistic, TShuffle>(
        byte[] labels,
        double observed,
        TStatistic statistic,
        TShuffle shuffle,
        PermutationOptions options,
        ComputeContext context
    )
        where TStatistic : struct, ILabelStatistic
        where TShuffle : struct, ILabelShuffle
    {
        return Replicates.Draw(options, Extreme);

        int Extreme(int from, int to)
        {
            var counts = new int[(to - from + Batch - 1) / Batch];
            BlockParallel.For(
                counts.Length,
                context,
                batch =>
                {
                    var begin = from + (batch * Batch);
                    counts[batch] = Count(begin, Math.Min(begin + Batch, to));
                }
            );
            return counts.Sum();
        }

        int Count(int from, int to)
        {
            var rented = ArrayPool<byte>.Shared.Rent(labels.Length);
            var replicate = rented.AsSpan(0, labels.Length);
            var count = 0;
            for (var r = from; r < to; r++)
            {
                shuffle.Shuffle(labels, replicate, new Philox(options.Seed, (ulong)r));
                count += IsExtreme(statistic.Of(replicate), observed) ? 1 : 0;
            }

            ArrayPool<byte>.Shared.Return(rented);
            return count;
        }
    }
}
