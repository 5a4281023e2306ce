using System.Runtime.CompilerServices;
using Mlops.Statistics.Compute;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>The cheapest transport on the line: equal quantiles belong together.</summary>
/// <remarks>
/// Value i of n holds the probabilities from i m to (i + 1) m, in units of 1 / (n m), so that overlaps are whole numbers. Parts are fixed
/// numbers of values of the reference; which thread takes one never shows.
/// </remarks>
internal static class QuantileCoupling
{
    /// <summary>The largest distance, times the scale.</summary>
    internal static double Largest(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        double scale,
        ComputeContext context
    )
    {
        double largest = 0;
        foreach (var part in Parts(reference, current, scale, 1, 1, context))
        {
            largest = Math.Max(largest, part.Largest);
        }

        return largest;
    }

    /// <summary>The mean of (distance × scale / unit)^order.</summary>
    internal static double Mean(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        double scale,
        double unit,
        double order,
        ComputeContext context
    )
    {
        var sum = default(CompensatedSum);
        foreach (var part in Parts(reference, current, scale, unit, order, context))
        {
            sum.Add(part.Sum);
        }

        return sum.Value / ((double)reference.Length * current.Length);
    }

    /// <inheritdoc cref="Largest(ReadOnlySpan{double}, ReadOnlySpan{double}, double, ComputeContext)"/>
    internal static double Largest(WeightedPoints reference, WeightedPoints current, double scale) =>
        OfWeighted(reference, current, scale, 1, 1).Largest;

    /// <inheritdoc cref="Mean(ReadOnlySpan{double}, ReadOnlySpan{double}, double, double, double, ComputeContext)"/>
    internal static double Mean(
        WeightedPoints reference,
        WeightedPoints current,
        double scale,
        double unit,
        double order
    ) => OfWeighted(reference, current, scale, unit, order).Sum.Value;

    private static unsafe Part[] Parts(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        double scale,
        double unit,
        double order,
        ComputeContext context
    )
    {
        int n = reference.Length,
            m = current.Length;
        var parts = new Part[BlockParallel.BlockCount(n)];
        fixed (
            double* x = reference,
                y = current
        )
        {
            double* first = x,
                second = y;
            BlockParallel.For(
                parts.Length,
                context,
                part =>
                {
                    var begin = part * BlockParallel.BlockSize;
                    var end = (int)Math.Min((long)begin + BlockParallel.BlockSize, n);
                    parts[part] = OfPart(
                        new ReadOnlySpan<double>(first, n),
                        new ReadOnlySpan<double>(second, m),
                        begin,
                        end,
                        scale,
                        unit,
                        order
                    );
                }
            );
        }

        return parts;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Part OfPart(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        int begin,
        int end,
        double scale,
        double unit,
        double order
    )
    {
        long n = reference.Length,
            m = current.Length,
            at = begin * m;
        var sum = default(CompensatedSum);
        double largest = 0;
        var j = (int)(at / n);
        for (var i = begin; i < end; )
        {
            long referenceEnd = (i + 1L) * m,
                currentEnd = (j + 1L) * n,
                next = Math.Min(referenceEnd, currentEnd);
            var distance = Math.Abs((reference[i] * scale) - (current[j] * scale));
            largest = Math.Max(largest, distance);
            sum.Add((next - at) * Power(distance / unit, order));
            i += next == referenceEnd ? 1 : 0;
            j += next == currentEnd ? 1 : 0;
            at = next;
        }

        return new Part(sum, largest);
    }

    private static Part OfWeighted(
        WeightedPoints reference,
        WeightedPoints current,
        double scale,
        double unit,
        double order
    )
    {
        double[] first = Ends(reference.Weights),
            second = Ends(current.Weights);
        var sum = default(CompensatedSum);
        double largest = 0,
            at = 0;
        for (int i = 0, j = 0; i < first.Length && j < second.Length; )
        {
            var next = Math.Min(first[i], second[j]);
            if (next > at)
            {
                var distance = Math.Abs((reference.Values[i] * scale) - (current.Values[j] * scale));
                largest = Math.Max(largest, distance);
                sum.Add((next - at) * Power(distance / unit, order));
                at = next;
            }

            (i, j) = (first[i] <= next ? i + 1 : i, second[j] <= next ? j + 1 : j);
        }

        return new Part(sum, largest);
    }

    /// <summary>The share of the weights up to and with each value; 1 for the last.</summary>
    /// <remarks>Shares that are equal but for rounding are one, or the largest distance would be that of values which do not meet.</remarks>
    private static double[] Ends(double[] weights)
    {
        var ends = new double[weights.Length];
        var sum = default(CompensatedSum);
        for (var i = 0; i < weights.Length; i++)
        {
            sum.Add(weights[i]);
            ends[i] = sum.Value;
        }

        for (var i = 0; i < weights.Length; i++)
        {
            ends[i] = i == weights.Length - 1 ? 1 : Math.ScaleB(Math.Round(Math.ScaleB(ends[i] / sum.Value, 50)), -50);
        }

        return ends;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Power(double value, double order) =>
        order == 2 ? value * value
        : order == 1 ? value
        : Math.Pow(value, order);

    /// <summary>What a part adds up.</summary>
    private readonly record struct Part(CompensatedSum Sum, double Largest);
}
