using Mlops.Statistics.Compute;
using Mlops.Statistics.Distributions;
using Mlops.Statistics.Permutation;
using Mlops.Statistics.Randomness;

namespace Mlops.Statistics.Divergences;

/// <summary>Draws both sides anew from given shares, and measures each time.</summary>
/// <remarks>Replicate r takes stream r from its beginning: the reference's bins in order, then the current ones, each from its conditional binomial distribution.</remarks>
internal static class MultinomialReplicates
{
    /// <summary>From this variance on a binomial draw is a rounded normal one, which no longer differs by what a replicate shows.</summary>
    private const double LargeVariance = 1e8;

    private const int Batch = 16;

    /// <summary>The measures of all replicates, ascending.</summary>
    internal static double[] Draw(
        ReadOnlyMemory<double> reference,
        long n,
        ReadOnlyMemory<double> current,
        long m,
        ShareMeasure measure,
        PermutationOptions options,
        ulong firstStream,
        ComputeContext context
    )
    {
        var values = new double[options.Replicates];
        BlockParallel.For(
            (values.Length + Batch - 1) / Batch,
            context,
            batch =>
            {
                double[] p = new double[reference.Length],
                    q = new double[reference.Length];
                for (var r = batch * Batch; r < Math.Min(values.Length, (batch + 1) * Batch); r++)
                {
                    var random = new Philox(options.Seed, firstStream + (ulong)r);
                    Fill(reference.Span, n, p, random);
                    Fill(current.Span, m, q, random);
                    values[r] = measure(p, q);
                }
            }
        );
        Array.Sort(values);
        return values;
    }

    private static void Fill(ReadOnlySpan<double> shares, long trials, Span<double> drawn, Philox random)
    {
        var left = trials;
        double share = 1;
        for (var i = 0; i < shares.Length; i++)
        {
            var p = share <= 0 || i == shares.Length - 1 ? 1 : Math.Min(1, shares[i] / share);
            var count = left == 0 || shares[i] == 0 ? 0 : Binomial(random, left, p);
            drawn[i] = (double)count / trials;
            left -= count;
            share -= shares[i];
        }
    }

    private static long Binomial(Philox random, long n, double p)
    {
        if (p >= 1)
        {
            return n;
        }

        double q = 1 - p,
            variance = n * p * q,
            uniform = random.NextDouble();
        if (variance > LargeVariance)
        {
            var normal = Math.Round((n * p) + (Math.Sqrt(variance) * Normal.Quantile(uniform + (0.5 / (1UL << 53)))));
            return (long)Math.Clamp(normal, 0, n);
        }

        // A uniform number taken apart by the probabilities of the mode, one above, one below, two above, …
        var mode = Math.Min(n, (long)((n + 1.0) * p));
        double up = Math.Exp(BinomialDensity.Log(mode, n, p, q)),
            down = up,
            odds = p / q;
        long above = mode,
            below = mode;
        uniform -= up;
        while (uniform >= 0 && up + down > 1e-18)
        {
            up = above < n ? up * odds * ((double)(n - above) / (above + 1)) : 0;
            above++;
            uniform -= up;
            if (uniform < 0)
            {
                return above;
            }

            down = below > 0 ? down / odds * (below / (double)(n - below + 1)) : 0;
            below--;
            uniform -= down;
            if (uniform < 0)
            {
                return below;
            }
        }

        return mode;
    }
}
