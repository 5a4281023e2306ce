namespace Mlops.Conformance.Benchmarks;

/// <summary>Data from a fixed seed.</summary>
internal static class BenchmarkData
{
    private const ulong Seed = 20260101;
    private const double Shift = 0.01;

    /// <summary>Two standard normal columns, the second shifted by 0.01; other streams are other columns.</summary>
    public static (double[] X, double[] Y) ShiftedNormals(int rows, int stream = 0)
    {
        var state = Seed + ((ulong)stream << 40);
        double[] x = new double[rows],
            y = new double[rows];
        for (var i = 0; i < rows; i++)
        {
            // Box and Muller: two independent normals from two uniforms, the first of them not 0.
            var radius = Math.Sqrt(-2 * Math.Log(1 - Uniform(ref state)));
            var (sine, cosine) = Math.SinCos(2 * Math.PI * Uniform(ref state));
            (x[i], y[i]) = (radius * cosine, (radius * sine) + Shift);
        }

        return (x, y);
    }

    /// <summary>SplitMix64 (Steele, Lea and Flood, 2014), in [0,1).</summary>
    private static double Uniform(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}
