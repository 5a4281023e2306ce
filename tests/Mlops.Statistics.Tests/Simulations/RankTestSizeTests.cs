using Mlops.Statistics.TwoSample.Location;
using Mlops.Statistics.TwoSample.Spread;

namespace Mlops.Statistics.Tests.Simulations;

public sealed class RankTestSizeTests
{
    private const double Level = 0.05;

    /// <summary>How often equal distributions are rejected, continuous and rounded to some five values: near the level, within 3 standard errors.</summary>
    [Theory]
    [InlineData("Mann-Whitney, exact", 20, 17, 0.03)]
    [InlineData("Mann-Whitney, asymptotic", 20, 17, 0.03)]
    [InlineData("Mann-Whitney, asymptotic", 200, 170, 0.045)]
    [InlineData("Brunner-Munzel", 20, 17, 0.045)]
    [InlineData("Brunner-Munzel", 200, 170, 0.045)]
    [InlineData("Brunner-Munzel, permutation", 8, 6, 0.03)]
    [InlineData("Kruskal-Wallis", 20, 17, 0.04)]
    [InlineData("Kruskal-Wallis", 200, 170, 0.045)]
    [InlineData("Mood, asymptotic", 20, 17, 0.04)]
    [InlineData("Mood, asymptotic", 200, 170, 0.045)]
    [InlineData("Mood, exact", 9, 8, 0.03)]
    [InlineData("Ansari-Bradley, exact", 20, 17, 0.03)]
    [InlineData("Ansari-Bradley, asymptotic", 200, 170, 0.045)]
    public void Test_EqualDistributions_IsRejectedAtTheLevel(string test, int n, int m, double least)
    {
        var replicates = n > 100 ? 800 : 1_500;
        var margin = 3 * Math.Sqrt(Level * (1 - Level) / replicates);

        // t with Satterthwaite's degrees of freedom is somewhat liberal in small samples.
        var most = test == "Brunner-Munzel" && n < 100 ? 0.065 : Level;
        foreach (var isRounded in new[] { false, true })
        {
            var random = new Xoshiro256((ulong)((1000 * n) + m));
            var rejected = 0;
            for (var replicate = 0; replicate < replicates; replicate++)
            {
                double[] reference = NormalSamples.Draw(n, random),
                    current = NormalSamples.Draw(m, random);
                if (isRounded)
                {
                    reference = [.. reference.Select(value => Math.Round(value))];
                    current = [.. current.Select(value => Math.Round(value))];
                }

                rejected += PValue(test, reference, current, (ulong)replicate) <= Level ? 1 : 0;
            }

            // Under ties exact p-values are coarser.
            var floor = isRounded && n < 100 ? 0.6 * least : least;
            Assert.InRange(rejected / (double)replicates, floor - margin, most + margin);
        }
    }

    /// <summary>Medians alike, spreads not, the narrow sample the larger one: Mann-Whitney rejects too often, Brunner-Munzel does not.</summary>
    [Fact]
    public void Test_UnequalSpreads_OnlyBrunnerMunzelKeepsItsLevel()
    {
        const int replicates = 2_000;
        var random = new Xoshiro256(31);
        int wilcoxon = 0,
            brunner = 0;
        for (var replicate = 0; replicate < replicates; replicate++)
        {
            double[] reference = NormalSamples.Draw(90, random),
                current = [.. NormalSamples.Draw(30, random).Select(value => 5 * value)];
            wilcoxon += MannWhitney.Test(reference, current).PValue <= Level ? 1 : 0;
            brunner += BrunnerMunzel.Test(reference, current).PValue <= Level ? 1 : 0;
        }

        Assert.InRange(brunner / (double)replicates, 0.035, 0.065);
        Assert.True(wilcoxon / (double)replicates > 0.08);
    }

    private static double PValue(string test, double[] x, double[] y, ulong seed) =>
        test switch
        {
            "Mann-Whitney, exact" => MannWhitney.Test(x, y, new() { Method = MannWhitneyMethod.Exact }).PValue,
            "Mann-Whitney, asymptotic" => MannWhitney
                .Test(x, y, new() { Method = MannWhitneyMethod.Asymptotic })
                .PValue,
            "Brunner-Munzel" => BrunnerMunzel.Test(x, y).PValue,
            "Brunner-Munzel, permutation" => BrunnerMunzel
                .Test(
                    x,
                    y,
                    new()
                    {
                        Method = BrunnerMunzelMethod.Permutation,
                        Permutation = new() { Replicates = 99, Seed = seed },
                    }
                )
                .PValue,
            "Kruskal-Wallis" => KruskalWallis.Test(x, y).PValue,
            "Mood, exact" => Mood.Test(x, y, new() { Method = MoodMethod.Exact }).PValue,
            "Mood, asymptotic" => Mood.Test(x, y, new() { Method = MoodMethod.Asymptotic }).PValue,
            "Ansari-Bradley, exact" => AnsariBradley.Test(x, y, new() { Method = AnsariBradleyMethod.Exact }).PValue,
            "Ansari-Bradley, asymptotic" => AnsariBradley
                .Test(x, y, new() { Method = AnsariBradleyMethod.Asymptotic })
                .PValue,
            _ => throw new ArgumentOutOfRangeException(nameof(test), test, "No such test."),
        };
}
