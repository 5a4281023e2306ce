using System.Globalization;
using Mlops.Statistics.Compute;
using Mlops.Statistics.TwoSample;

namespace Mlops.Statistics.Permutation;

/// <summary>The permutation test of any statistic of two samples, for independent rows or for rows in blocks.</summary>
/// <remarks>
/// <para>Null: which side a row, or a block of rows, is on says nothing of its value. The p-value is the share of the permutations, the data's
/// own among them, whose statistic is at least that of the data; its size is at most its level for any statistic, any ties and any number
/// of replicates. Fisher (1935); Pitman (1937); for blocks Good (2005), for early stopping Besag and Clifford (1991).</para>
/// <para>Replicates are drawn by Philox stream r and Fisher-Yates, so they are the same with any number of threads. O(replicates × (n + m +
/// the statistic)).</para>
/// </remarks>
public static class PermutationTest
{
    /// <summary>Tests a statistic with rows that are independent of each other.</summary>
    /// <param name="reference">The reference's values; at least one.</param>
    /// <param name="current">The current values; at least one.</param>
    /// <param name="statistic">The statistic, pure and thread-safe; larger is more extreme. It must not give NaN.</param>
    /// <param name="options">How to draw; <see langword="null"/> for the defaults.</param>
    /// <param name="context">Threads and cancellation; <see langword="null"/> for all threads.</param>
    /// <exception cref="ArgumentException">A sample is empty, or the statistic of the data is NaN.</exception>
    public static PermutationPValue Test(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        TwoSampleStatistic statistic,
        PermutationOptions? options = null,
        ComputeContext? context = null
    ) =>
        LabelPermutation.Test(
            Labels(reference, current),
            Statistic(reference, current, statistic),
            options ?? PermutationOptions.Default,
            context
        );

    /// <summary>Tests a statistic with rows in blocks, which change sides as wholes.</summary>
    /// <param name="reference">The reference's values; at least one.</param>
    /// <param name="current">The current values; at least one.</param>
    /// <param name="referenceBlocks">The block of each of the reference's values, any number: an entity's, or a day's.</param>
    /// <param name="currentBlocks">The block of each current value. A number that both sides have means a block on each side.</param>
    /// <param name="statistic">The statistic, pure and thread-safe; larger is more extreme. It must not give NaN.</param>
    /// <param name="options">How to draw; <see langword="null"/> for the defaults.</param>
    /// <param name="context">Threads and cancellation; <see langword="null"/> for all threads.</param>
    /// <remarks>With b blocks on the reference's side and c on the current one, p can't be less than one in C(b + c, c).</remarks>
    /// <exception cref="ArgumentException">A sample is empty, the statistic of the data is NaN, or blocks are given for another number of values.</exception>
    public static PermutationPValue TestBlocks(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        ReadOnlySpan<int> referenceBlocks,
        ReadOnlySpan<int> currentBlocks,
        TwoSampleStatistic statistic,
        PermutationOptions? options = null,
        ComputeContext? context = null
    )
    {
        CheckLength(reference, referenceBlocks, nameof(referenceBlocks));
        CheckLength(current, currentBlocks, nameof(currentBlocks));
        var blockOf = new int[reference.Length + current.Length];
        var referenceCount = Number(referenceBlocks, blockOf, 0);
        var currentCount = Number(currentBlocks, blockOf.AsSpan(reference.Length), referenceCount);
        var sideOf = new byte[referenceCount + currentCount];
        sideOf.AsSpan(referenceCount).Fill(1);
        return LabelPermutation.Test(
            Labels(reference, current),
            Statistic(reference, current, statistic),
            new BlockShuffle(blockOf, sideOf),
            options ?? PermutationOptions.Default,
            context
        );
    }

    private static DelegateStatistic Statistic(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        TwoSampleStatistic statistic
    )
    {
        ArgumentNullException.ThrowIfNull(statistic);
        double[] pooled = [.. reference, .. current];
        return double.IsNaN(statistic(reference, current))
            ? throw new ArgumentException(
                $"'{nameof(statistic)}' is NaN for the data; nothing can be compared with it.",
                nameof(statistic)
            )
            : new DelegateStatistic(pooled, statistic);
    }

    private static byte[] Labels(ReadOnlySpan<double> reference, ReadOnlySpan<double> current)
    {
        if (reference.IsEmpty || current.IsEmpty)
        {
            var name = reference.IsEmpty ? nameof(reference) : nameof(current);
            throw new ArgumentException($"'{name}' is empty; a permutation test needs a value on each side.", name);
        }

        var labels = new byte[reference.Length + current.Length];
        labels.AsSpan(reference.Length).Fill(1);
        return labels;
    }

    private static int Number(ReadOnlySpan<int> blocks, Span<int> numbers, int first)
    {
        var known = new Dictionary<int, int>();
        for (var i = 0; i < blocks.Length; i++)
        {
            if (!known.TryGetValue(blocks[i], out var number))
            {
                known.Add(blocks[i], number = first + known.Count);
            }

            numbers[i] = number;
        }

        return known.Count;
    }

    private static void CheckLength(ReadOnlySpan<double> values, ReadOnlySpan<int> blocks, string name)
    {
        if (values.Length != blocks.Length)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{name}' has {blocks.Length} blocks for {values.Length} values; it must have as many."
                ),
                name
            );
        }
    }
}
