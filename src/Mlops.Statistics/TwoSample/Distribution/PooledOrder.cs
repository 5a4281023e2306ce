namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>Two sorted samples in their common order, with the side that each value came from.</summary>
internal readonly struct PooledOrder
{
    private PooledOrder(double[] values, byte[] labels, int referenceCount)
    {
        Values = values;
        Labels = labels;
        ReferenceCount = referenceCount;
    }

    /// <summary>All values, ascending.</summary>
    internal double[] Values { get; }

    /// <summary>For each value 1 if it is a current one, 0 if it is the reference's, which goes first in ties.</summary>
    internal byte[] Labels { get; }

    internal int ReferenceCount { get; }

    internal int CurrentCount => Values.Length - ReferenceCount;

    /// <exception cref="ArgumentException">There are more values than an array holds.</exception>
    internal static PooledOrder Of(ReadOnlySpan<double> reference, ReadOnlySpan<double> current)
    {
        var count = (long)reference.Length + current.Length;
        if (count > Array.MaxLength)
        {
            throw new ArgumentException(
                $"'{nameof(reference)}' and '{nameof(current)}' have {count} values together; permuting them takes at most {Array.MaxLength}.",
                nameof(reference)
            );
        }

        var values = GC.AllocateUninitializedArray<double>((int)count);
        var labels = new byte[count];
        for (int i = 0, j = 0, k = 0; k < values.Length; k++)
        {
            if (j == current.Length || (i < reference.Length && reference[i] <= current[j]))
            {
                values[k] = reference[i++];
            }
            else
            {
                values[k] = current[j++];
                labels[k] = 1;
            }
        }

        return new PooledOrder(values, labels, reference.Length);
    }

    /// <summary>The gap between each value and the next, as a share of the range: 0 within ties, and throughout where all values are equal.</summary>
    /// <remarks>Shares neither overflow nor vanish, and a factor changes no p-value.</remarks>
    internal double[] RelativeGaps()
    {
        var gaps = new double[Math.Max(0, Values.Length - 1)];
        var range = gaps.Length == 0 ? 0 : (Values[^1] / 2) - (Values[0] / 2);
        for (var k = 0; k < gaps.Length && range > 0; k++)
        {
            gaps[k] = ((Values[k + 1] / 2) - (Values[k] / 2)) / range;
        }

        return gaps;
    }

    /// <summary>The values as shares of the range, from 0 to 1; all 0 where they are equal.</summary>
    internal double[] RelativeValues()
    {
        var relative = new double[Values.Length];
        var range = Values.Length == 0 ? 0 : (Values[^1] / 2) - (Values[0] / 2);
        for (var k = 0; k < relative.Length && range > 0; k++)
        {
            relative[k] = ((Values[k] / 2) - (Values[0] / 2)) / range;
        }

        return relative;
    }

    /// <summary>The rank of each value, counted from 1; tied values have the mean of theirs.</summary>
    internal double[] Midranks(out bool hasTies)
    {
        var ranks = new double[Values.Length];
        hasTies = false;
        for (int begin = 0, end; begin < ranks.Length; begin = end)
        {
            end = begin + 1;
            while (end < ranks.Length && Values[end] == Values[begin])
            {
                end++;
            }

            hasTies |= end > begin + 1;
            ranks.AsSpan(begin, end - begin).Fill((begin + 1.0 + end) / 2);
        }

        return ranks;
    }
}
