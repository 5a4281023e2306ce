using System.Runtime.CompilerServices;
using Mlops.Statistics.Compute;
using Mlops.Statistics.Randomness;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>How far chance moves two empirical distribution functions apart: bootstrap replicates of a norm of their centred difference.</summary>
internal static class ProcessNorm
{
    private const int Batch = 16;

    /// <summary>(∫ |(F* - F) - (G* - G)|^p dx)^(1/p) of each replicate, ascending.</summary>
    /// <param name="cells">The samples in cells.</param>
    /// <param name="power">p, 1 or 2.</param>
    /// <param name="options">How many, and from which seed.</param>
    /// <param name="context">Threads and cancellation.</param>
    internal static double[] Replicates(
        EqualMassCells cells,
        int power,
        DistanceIntervalOptions options,
        ComputeContext context
    )
    {
        var norms = new double[options.Replicates];
        long n = cells.Reference.Sum(),
            m = cells.Current.Sum();
        BlockParallel.For(
            (norms.Length + Batch - 1) / Batch,
            context,
            batch =>
            {
                var draw = new long[cells.Widths.Length];
                var process = new double[cells.Widths.Length];
                for (var r = batch * Batch; r < Math.Min((batch + 1) * Batch, norms.Length); r++)
                {
                    var random = new Philox(options.Seed, (ulong)r);
                    process.AsSpan().Clear();
                    BinomialDraw.Multinomial(cells.Reference, n, draw, random);
                    AddTo(process, draw, cells.Reference, 1.0 / n);
                    BinomialDraw.Multinomial(cells.Current, m, draw, random);
                    AddTo(process, draw, cells.Current, -1.0 / m);
                    norms[r] = Norm(process, cells.Widths, power);
                }
            }
        );
        Array.Sort(norms);
        return norms;
    }

    private static void AddTo(double[] process, long[] draw, long[] counts, double share)
    {
        long excess = 0;
        for (var c = 0; c < process.Length; c++)
        {
            excess += draw[c] - counts[c];
            process[c] += excess * share;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Norm(double[] process, double[] widths, int power)
    {
        double sum = 0;
        for (var c = 0; c < process.Length; c++)
        {
            sum += widths[c] * (power == 1 ? Math.Abs(process[c]) : process[c] * process[c]);
        }

        return power == 1 ? sum : Math.Sqrt(sum);
    }
}
