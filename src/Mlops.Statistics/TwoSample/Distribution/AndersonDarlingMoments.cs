using System.Runtime.CompilerServices;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>The standard deviation of A² under equal continuous distributions.</summary>
internal static class AndersonDarlingMoments
{
    /// <summary>Formula 4 of Scholz and Stephens (1987); NaN for fewer than four values or where it vanishes. O(N).</summary>
    internal static double StandardDeviation(ReadOnlySpan<long> sizes)
    {
        double count = 0,
            inverses = 0,
            k = sizes.Length;
        foreach (var size in sizes)
        {
            count += size;
            inverses += 1.0 / size;
        }

        if (count < 4)
        {
            return double.NaN;
        }

        var (h, g) = Harmonics((long)count);
        var a = (((4 * g) - 6) * (k - 1)) + ((10 - (6 * g)) * inverses);
        var b = (((2 * g) - 4) * k * k) + (8 * h * k) + (((2 * g) - (14 * h) - 4) * inverses) - (8 * h) + (4 * g) - 6;
        var c = (((6 * h) + (2 * g) - 2) * k * k) + (((4 * h) - (4 * g) + 6) * k) + (((2 * h) - 6) * inverses) + (4 * h);
        var d = (((2 * h) + 6) * k * k) - (4 * h * k);
        var variance =
            ((((((a * count) + b) * count) + c) * count) + d) / ((count - 1) * (count - 2) * (count - 3));
        return variance > 1e-9 ? Math.Sqrt(variance) : double.NaN;
    }

    /// <summary>h = Σ_{i=1}^{N-1} 1/i and g = Σ_{i=1}^{N-2} Σ_{j=i+1}^{N-1} 1 / ((N - i) j).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (double H, double G) Harmonics(long count)
    {
        double h = 0,
            g = 0;
        for (var i = 2L; i < count; i++)
        {
            h += 1.0 / (count + 1 - i);
            g += h / i;
        }

        return (h + 1, g);
    }
}
