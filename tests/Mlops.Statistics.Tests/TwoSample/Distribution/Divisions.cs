using System.Numerics;
using Mlops.Statistics.Tests.Simulations;

namespace Mlops.Statistics.Tests.TwoSample.Distribution;

/// <summary>What tests of tests of two samples have in common.</summary>
internal static class Divisions
{
    /// <summary>The share of all ways to divide the pooled values whose statistic is at least that of the data: slow and plain.</summary>
    public static double ShareAtLeast(double[] x, double[] y, Func<double[], double[], double> statistic)
    {
        double[] pooled = [.. x, .. y];
        var observed = statistic(x, y);
        long extreme = 0,
            all = 0;
        for (var mask = 0; mask < 1 << pooled.Length; mask++)
        {
            if (BitOperations.PopCount((uint)mask) != x.Length)
            {
                continue;
            }

            var value = statistic(
                [.. pooled.Where((_, i) => (mask >> i & 1) == 1)],
                [.. pooled.Where((_, i) => (mask >> i & 1) == 0)]
            );
            all++;
            extreme += value >= observed - (1e-9 * Math.Abs(observed)) ? 1 : 0;
        }

        return (double)extreme / all;
    }

    /// <summary>How often equal distributions are rejected at 0.05, within 3 standard errors: never more often, and not much less.</summary>
    public static void IsRejectedAtTheLevel(
        Func<Xoshiro256, double> draw,
        Func<double[], double[], double> pValue,
        double least,
        int n = 20,
        int m = 15,
        int replicates = 2_000
    )
    {
        const double level = 0.05;
        var random = new Xoshiro256(11);
        double[] x = new double[n],
            y = new double[m];
        var rejected = 0;
        for (var replicate = 0; replicate < replicates; replicate++)
        {
            Fill(x);
            Fill(y);
            rejected += pValue(x, y) <= level ? 1 : 0;
        }

        var margin = 3 * Math.Sqrt(level * (1 - level) / replicates);
        Assert.InRange(rejected / (double)replicates, least - margin, level + margin);

        void Fill(double[] values)
        {
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = draw(random);
            }
        }
    }
}
