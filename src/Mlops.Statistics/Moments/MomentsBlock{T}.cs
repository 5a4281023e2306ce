using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mlops.Statistics.Moments;

/// <summary>The moments of one block on one thread: its mean first, then the powers of the deviations from it.</summary>
/// <remarks>Always eight partial sums, of at most 1,024 values before they are added up, so that no machine's vector width shows in the result.</remarks>
internal static unsafe class MomentsBlock<TEight>
    where TEight : struct, IEightDoubles<TEight>
{
    private const int Chunk = 1_024;
    private const int Lanes = 8;

    /// <summary>A power of two that sums up to 65,536 of the largest numbers without overflow.</summary>
    private const double Shrink = 1.0 / (1 << 20);

    internal static CentralMoments Compute(ReadOnlySpan<double> values)
    {
        var (sum, min, max) = Sum(values);
        if (double.IsFinite(sum))
        {
            return Compute(values, sum / values.Length, min, max);
        }

        var rented = ArrayPool<double>.Shared.Rent(values.Length);
        var (finite, missing) = (0, 0L);
        foreach (var value in values)
        {
            rented[finite] = value;
            finite += double.IsFinite(value) ? 1 : 0;
            missing += double.IsNaN(value) ? 1 : 0;
        }

        var result = ComputeFinite(rented.AsSpan(0, finite)) with
        {
            MissingCount = missing,
            InfiniteCount = values.Length - finite - missing,
        };
        ArrayPool<double>.Shared.Return(rented);
        return result;
    }

    private static CentralMoments ComputeFinite(Span<double> values)
    {
        var (sum, min, max) = Sum(values);
        if (double.IsFinite(sum))
        {
            return Compute(values, sum / values.Length, min, max);
        }

        var mean = 0.0;
        foreach (var value in values)
        {
            mean += value * Shrink;
        }

        return Compute(values, mean / values.Length / Shrink, min, max);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (double Sum, double Min, double Max) Sum(ReadOnlySpan<double> values)
    {
        var (low, high) = (TEight.Create(double.PositiveInfinity), TEight.Create(double.NegativeInfinity));
        var total = Vector256<double>.Zero;
        var whole = values.Length - (values.Length % Lanes);
        fixed (double* first = values)
        {
            for (var start = 0; start < whole; start += Chunk)
            {
                var sums = TEight.Create(0);
                for (var i = start; i < Math.Min(whole, start + Chunk); i += Lanes)
                {
                    var value = TEight.Load(first + i);
                    sums += value;
                    low = TEight.Min(low, value);
                    high = TEight.Max(high, value);
                }

                total += Fold(sums);
            }
        }

        var (sum, min, max) = (Add(total), double.PositiveInfinity, double.NegativeInfinity);
        var ((lowFirst, lowLast), (highFirst, highLast)) = (low.Halves, high.Halves);
        for (var lane = 0; lane < Vector256<double>.Count; lane++)
        {
            min = Math.Min(min, Math.Min(lowFirst[lane], lowLast[lane]));
            max = Math.Max(max, Math.Max(highFirst[lane], highLast[lane]));
        }

        foreach (var value in values[whole..])
        {
            sum += value;
            (min, max) = (Math.Min(min, value), Math.Max(max, value));
        }

        // Adding zero makes 0.0 of -0.0, so that the order of the values does not show.
        return (sum, min + 0.0, max + 0.0);
    }

    private static CentralMoments Compute(ReadOnlySpan<double> values, double center, double min, double max)
    {
        if (values.IsEmpty)
        {
            return new CentralMoments();
        }

        if (min == max)
        {
            return new CentralMoments
            {
                Count = values.Length,
                Mean = min,
                Minimum = min,
                Maximum = max,
            };
        }

        var (s1, s2, s3, s4) = PowerSums(values, center);
        var shift = s1 / values.Length;
        var (mean, remainder) = double.IsFinite(shift) ? CentralMoments.TwoSum(center, shift) : (center, 0);
        var m2 = s2 - (shift * s1);
        return new CentralMoments
        {
            Count = values.Length,
            Mean = mean,
            MeanRemainder = remainder,
            M2 = double.IsFinite(m2) ? Math.Max(0, m2) : double.PositiveInfinity,
            M3 = s3 - (3 * shift * s2) + (2 * shift * shift * s1),
            M4 = s4 - (4 * shift * s3) + (6 * shift * shift * s2) - (3 * shift * shift * shift * s1),
            Minimum = min,
            Maximum = max,
        };
    }

    /// <summary>The sums of the first four powers of the deviations from <paramref name="center"/>, which is within rounding of the mean.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (double S1, double S2, double S3, double S4) PowerSums(ReadOnlySpan<double> values, double center)
    {
        var origin = TEight.Create(center);
        Vector256<double> t1 = default;
        Vector256<double> t2 = default;
        Vector256<double> t3 = default;
        Vector256<double> t4 = default;
        var whole = values.Length - (values.Length % Lanes);
        fixed (double* first = values)
        {
            for (var start = 0; start < whole; start += Chunk)
            {
                var a1 = TEight.Create(0);
                var (a2, a3, a4) = (a1, a1, a1);
                for (var i = start; i < Math.Min(whole, start + Chunk); i += Lanes)
                {
                    var d = TEight.Load(first + i) - origin;
                    var d2 = d * d;
                    a1 += d;
                    a2 += d2;
                    a3 += d2 * d;
                    a4 += d2 * d2;
                }

                t1 += Fold(a1);
                t2 += Fold(a2);
                t3 += Fold(a3);
                t4 += Fold(a4);
            }
        }

        var (s1, s2, s3, s4) = (Add(t1), Add(t2), Add(t3), Add(t4));
        foreach (var value in values[whole..])
        {
            var d = value - center;
            var d2 = d * d;
            s1 += d;
            s2 += d2;
            s3 += d2 * d;
            s4 += d2 * d2;
        }

        return (s1, s2, s3, s4);
    }

    private static Vector256<double> Fold(TEight sums)
    {
        var (first, last) = sums.Halves;
        return first + last;
    }

    private static double Add(Vector256<double> lanes) => (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]);
}
