using Mlops.Statistics.TwoSample;
using Mlops.Statistics.TwoSample.Distribution;

namespace Mlops.Statistics.Tests.Simulations;

public sealed class KolmogorovSmirnovSizeTests
{
    /// <summary>How often equal distributions are rejected: the exact test never beyond the level, the asymptotic one near it, within 3 standard errors.</summary>
    [Theory]
    [InlineData(20, 20, KolmogorovSmirnovMethod.Exact, TwoSampleAlternative.TwoSided, 0.02)]
    [InlineData(20, 17, KolmogorovSmirnovMethod.Exact, TwoSampleAlternative.TwoSided, 0.04)]
    [InlineData(20, 17, KolmogorovSmirnovMethod.Exact, TwoSampleAlternative.CurrentLess, 0.04)]
    [InlineData(200, 200, KolmogorovSmirnovMethod.Exact, TwoSampleAlternative.TwoSided, 0.03)]
    [InlineData(200, 170, KolmogorovSmirnovMethod.Exact, TwoSampleAlternative.CurrentGreater, 0.04)]
    [InlineData(200, 170, KolmogorovSmirnovMethod.Asymptotic, TwoSampleAlternative.TwoSided, 0.04)]
    [InlineData(200, 170, KolmogorovSmirnovMethod.Asymptotic, TwoSampleAlternative.CurrentLess, 0.04)]
    public void Test_EqualDistributions_IsRejectedAtTheLevel(
        int n,
        int m,
        KolmogorovSmirnovMethod method,
        TwoSampleAlternative alternative,
        double least
    )
    {
        const double level = 0.05;
        const int replicates = 4_000;
        var random = new Xoshiro256((ulong)((1000 * n) + m));
        var options = new KolmogorovSmirnovOptions { Method = method, Alternative = alternative };
        double[] reference = new double[n],
            current = new double[m];
        var rejected = 0;
        for (var replicate = 0; replicate < replicates; replicate++)
        {
            Fill(reference, random);
            Fill(current, random);
            rejected += KolmogorovSmirnov.Test(reference, current, options).PValue <= level ? 1 : 0;
        }

        var margin = 3 * Math.Sqrt(level * (1 - level) / replicates);
        Assert.InRange(rejected / (double)replicates, least - margin, level + margin);
    }

    private static void Fill(double[] values, Xoshiro256 random)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = random.NextUniform();
        }
    }
}
