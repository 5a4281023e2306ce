using Mlops.Statistics.Tests.TwoSample.Distribution;
using Mlops.Statistics.TwoSample.Distribution;

namespace Mlops.Statistics.Tests.Simulations;

/// <summary>How often equal distributions are rejected at the level 0.05: never beyond three standard errors above it.</summary>
public sealed class DistributionTestSizeTests
{
    private const double Level = 0.05;
    private const int Replicates = 600;

    [Theory]
    [InlineData(20, 17, 0, 0.04)]
    [InlineData(20, 17, 4, 0)]
    [InlineData(200, 170, 0, 0.04)]
    [InlineData(200, 170, 4, 0.03)]
    public void KolmogorovSmirnovConditional_EqualDistributions_IsRejectedAtTheLevel(
        int n,
        int m,
        int kinds,
        double least
    )
    {
        var options = new KolmogorovSmirnovOptions { Method = KolmogorovSmirnovMethod.Conditional };
        CheckSize(n, m, kinds, least, (x, y) => KolmogorovSmirnov.Test(x, y, options).PValue);
    }

    [Theory]
    [InlineData(20, 17, 0, 0.045)]
    [InlineData(20, 17, 4, 0)]
    [InlineData(200, 170, 0, 0.045)]
    [InlineData(200, 170, 4, 0.02)]
    public void Kuiper_EqualDistributions_IsRejectedAtTheLevel(int n, int m, int kinds, double least)
    {
        var options = new KuiperOptions { Permutation = new() { Replicates = 99 } };
        CheckSize(n, m, kinds, least, (x, y) => Kuiper.Test(x, y, options).PValue);
    }

    [Theory]
    [InlineData(20, 20, 0, 0.05)]
    [InlineData(20, 17, 4, 0)]
    [InlineData(200, 170, 0, 0.05)]
    [InlineData(200, 170, 4, 0.04)]
    public void CramerVonMises_EqualDistributions_IsRejectedAtTheLevel(int n, int m, int kinds, double least)
    {
        var options = new CramerVonMisesOptions { Permutation = new() { Replicates = 99 } };
        CheckSize(n, m, kinds, least, (x, y) => CramerVonMises.Test(x, y, options).PValue);
    }

    [Theory]
    [InlineData(200, 170, 4)]
    [InlineData(400, 100, 12)]
    public void CramerVonMisesGivenTies_EqualDistributions_IsRejectedAtTheLevel(int n, int m, int kinds)
    {
        var options = new CramerVonMisesOptions { Method = CramerVonMisesMethod.AsymptoticGivenTies };
        CheckSize(n, m, kinds, 0.045, (x, y) => CramerVonMises.Test(x, y, options).PValue);
    }

    [Theory]
    [InlineData(20, 20, 0, AndersonDarlingMethod.Auto, 0.05)]
    [InlineData(20, 17, 4, AndersonDarlingMethod.Auto, 0)]
    [InlineData(200, 170, 0, AndersonDarlingMethod.Auto, 0.05)]
    [InlineData(200, 170, 4, AndersonDarlingMethod.Auto, 0.04)]
    [InlineData(200, 170, 4, AndersonDarlingMethod.Asymptotic, 0.04)]
    public void AndersonDarling_EqualDistributions_IsRejectedAtTheLevel(
        int n,
        int m,
        int kinds,
        AndersonDarlingMethod method,
        double least
    )
    {
        var options = new AndersonDarlingOptions
        {
            Method = method,
            Permutation = new() { Replicates = 99 },
        };
        CheckSize(n, m, kinds, least, (x, y) => AndersonDarling.Test(x, y, options).PValue);
    }

    private static void CheckSize(int n, int m, int kinds, double least, Func<double[], double[], double> pValue)
    {
        var random = new Xoshiro256((ulong)((1000 * n) + (10 * m) + kinds));
        double[] reference = new double[n],
            current = new double[m];
        var rejected = 0;
        for (var replicate = 0; replicate < Replicates; replicate++)
        {
            TiedSamples.Fill(reference, random, kinds);
            TiedSamples.Fill(current, random, kinds);
            rejected += pValue(reference, current) <= Level ? 1 : 0;
        }

        var margin = 3 * Math.Sqrt(Level * (1 - Level) / Replicates);
        Assert.InRange(rejected / (double)Replicates, least - margin, Level + margin);
    }
}
