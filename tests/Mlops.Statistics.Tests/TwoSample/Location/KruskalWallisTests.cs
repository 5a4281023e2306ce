using Mlops.Statistics.Tests.Distributions;
using Mlops.Statistics.Tests.TwoSample.Ranks;
using Mlops.Statistics.TwoSample.Location;

namespace Mlops.Statistics.Tests.TwoSample.Location;

public sealed class KruskalWallisTests
{
    private static readonly KruskalWallisOptions Asymptotic = new() { Method = KruskalWallisMethod.Asymptotic };

    /// <summary>SciPy 1.10.1, stats.kruskal.</summary>
    [Fact]
    public void Test_TiedSamples_AgreesWithReference()
    {
        var two = KruskalWallis.Test(RankSamples.Tied, RankSamples.Other);
        var three = KruskalWallis.TestSamples(Samples(RankSamples.Tied, RankSamples.Other, [1, 1, 2, 6, 20]));
        var many = KruskalWallis.Test(RankSamples.ManyTied, RankSamples.ManyOther);

        Relative.Equal(0.10775510204081594, two.Statistic, 1e-11);
        Relative.Equal(0.742714538990157, two.PValue, 1e-11);
        Relative.Equal(0.4434285714285699, three.Statistic, 1e-11);
        Relative.Equal(0.8011442299894349, three.PValue, 1e-11);
        Relative.Equal(36.859011949399566, many.Statistic, 1e-11);
        Relative.Equal(1.2698774828448715e-09, many.PValue, 1e-10);
        Assert.Equal((1, 2), (two.DegreesOfFreedom, three.DegreesOfFreedom));
        Assert.Equal((12, 17), (two.Count, three.Count));
        Assert.Equal(three.Statistic / 16, three.EpsilonSquared);
        Assert.Equal(KruskalWallisMethod.Asymptotic, three.Method);
    }

    /// <summary>Kruskal and Wallis (1952): bottle caps of three machines, H = 5.656.</summary>
    [Fact]
    public void Test_BottleCaps_AgreesWithThePaper()
    {
        var result = KruskalWallis.TestSamples(
            Samples([340, 345, 330, 342, 338], [339, 333, 344], [347, 343, 349, 355]),
            Asymptotic
        );

        Assert.Equal(5.656, result.Statistic, 5e-4);
    }

    [Fact]
    public void Test_FewValues_AreJudgedByPermutation()
    {
        double[][] samples =
        [
            [1, 2, 2],
            [3, 5, 4],
            [6, 7, 7],
        ];
        double[] pooled = [.. samples.SelectMany(sample => sample)];
        var observed = KruskalWallis.TestSamples(Samples(samples), Asymptotic).Statistic;
        var shares = RankSamples
            .Assignments(pooled, 3)
            .SelectMany(first =>
                RankSamples
                    .Assignments(first.Current, 3)
                    .Select(second =>
                        KruskalWallis
                            .TestSamples([first.Reference, second.Reference, second.Current], Asymptotic)
                            .Statistic
                        >= observed - 1e-9
                            ? 1.0
                            : 0
                    )
            )
            .ToArray();

        var result = KruskalWallis.TestSamples(Samples(samples), new() { Permutation = new() { Replicates = 9999 } });

        Assert.Equal(1680, shares.Length);
        Assert.Equal(KruskalWallisMethod.Permutation, result.Method);
        Assert.Equal(observed, result.Statistic);
        Assert.Equal(shares.Average(), result.PValue, 5 * result.Permutation!.StandardError);
    }

    [Fact]
    public void Test_DataThatCannotAnswer_HaveAStatus()
    {
        var empty = KruskalWallis.TestSamples(Samples([1.0], [], [2.0]));
        var constant = KruskalWallis.Test([2.0, 2], [2.0, -0.0 + 2]);

        Assert.Equal(ResultStatus.Empty, empty.Status);
        Assert.Equal(ResultStatus.Constant, constant.Status);
        Assert.Equal((double.NaN, double.NaN), (empty.Statistic, empty.PValue));
        Assert.Equal((double.NaN, double.NaN), (constant.Statistic, constant.PValue));
        Assert.Equal(0, KruskalWallis.Test([-0.0, 1], [0.0, 1], Asymptotic).Statistic);
    }

    [Fact]
    public void Test_TwoSamples_IsTheSquareOfMannWhitney()
    {
        var h = KruskalWallis.Test(RankSamples.ManyTied, RankSamples.ManyOther, Asymptotic);
        var u = MannWhitney.Test(
            RankSamples.ManyTied,
            RankSamples.ManyOther,
            new() { IsContinuityCorrected = false, Method = MannWhitneyMethod.Asymptotic }
        );

        Relative.Equal(u.PValue, h.PValue, 1e-12);
    }

    [Fact]
    public void Test_BadArguments_AreNamed()
    {
        var one = Assert.Throws<ArgumentException>(() => KruskalWallis.TestSamples(Samples([1.0, 2])));
        var notANumber = Assert.Throws<ArgumentException>(() =>
            KruskalWallis.TestSamples(Samples([1.0], [2, double.NaN]))
        );
        var tooMany = Assert.Throws<ArgumentException>(() =>
            KruskalWallis.TestSamples(
                Samples([.. Enumerable.Range(0, 257).Select(i => new double[] { i })]),
                new() { Method = KruskalWallisMethod.Permutation }
            )
        );

        Assert.Equal("samples", one.ParamName);
        Assert.Throws<ArgumentNullException>(() => KruskalWallis.TestSamples(null!));
        Assert.Contains("'samples[1]' has NaN at position 1", notANumber.Message, StringComparison.Ordinal);
        Assert.Contains("256", tooMany.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new KruskalWallisOptions { Method = (KruskalWallisMethod)3 });
    }

    [Fact]
    public void Test_Example_Compiles()
    {
        double[] monday = [340, 345, 330, 342, 338],
            tuesday = [339, 333, 344, 341, 336],
            wednesday = [347, 343, 349, 355, 351];
        var test = KruskalWallis.TestSamples([monday, tuesday, wednesday]);
        var line = $"H = {test.Statistic:F2} with {test.DegreesOfFreedom} degrees of freedom, p = {test.PValue:F3}";

        Assert.Equal("H = 7.98 with 2 degrees of freedom, p = 0.018", line);
    }

    private static ReadOnlyMemory<double>[] Samples(params double[][] samples) =>
        Array.ConvertAll(samples, sample => new ReadOnlyMemory<double>(sample));
}
