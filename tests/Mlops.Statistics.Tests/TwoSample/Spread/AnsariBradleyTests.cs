using Mlops.Statistics.Tests.Distributions;
using Mlops.Statistics.Tests.TwoSample.Ranks;
using Mlops.Statistics.TwoSample.Spread;

namespace Mlops.Statistics.Tests.TwoSample.Spread;

public sealed class AnsariBradleyTests
{
    /// <summary>SciPy 1.10.1, stats.ansari: exact where neither side has 55 values; "greater" there is that the current data are the narrower ones.</summary>
    [Theory]
    [InlineData(7, 6, 0.4, ScaleAlternative.TwoSided, 20, 0.09673659673659674)]
    [InlineData(7, 6, 0.4, ScaleAlternative.CurrentNarrower, 20, 0.04836829836829837)]
    [InlineData(7, 6, 0.4, ScaleAlternative.CurrentWider, 20, 0.9761072261072261)]
    [InlineData(20, 20, 1.7, ScaleAlternative.TwoSided, 252, 0.02343332761230324)]
    [InlineData(20, 20, 1.7, ScaleAlternative.CurrentWider, 252, 0.01171666380615162)]
    [InlineData(30, 21, 2.3, ScaleAlternative.TwoSided, 457, 0.023385018069646026)]
    [InlineData(30, 21, 2.3, ScaleAlternative.CurrentNarrower, 457, 0.9894714459295848)]
    [InlineData(54, 40, 1.23, ScaleAlternative.TwoSided, 1250, 0.4882365693155661)]
    [InlineData(54, 40, 1.23, ScaleAlternative.CurrentNarrower, 1250, 0.24411828465778304)]
    public void Test_ExactWithoutTies_AgreesWithReference(
        int n,
        int m,
        double width,
        ScaleAlternative alternative,
        double statistic,
        double pValue
    )
    {
        var (reference, current) = RankSamples.Scaled(n, m, width);

        var result = AnsariBradley.TestSorted(reference, current, new() { Alternative = alternative });

        Assert.Equal(statistic, result.Statistic);

        // SciPy counts in single precision.
        Relative.Equal(pValue, result.PValue, 1e-6);
        Assert.Equal(AnsariBradleyMethod.Exact, result.Method);
    }

    /// <summary>SciPy 1.10.1, asymptotic: 100 and 70 values, then ties that do not straddle the median.</summary>
    [Theory]
    [InlineData(ScaleAlternative.TwoSided, 0.014005270648130418, 0.16968610070252)]
    [InlineData(ScaleAlternative.CurrentNarrower, 0.007002635324065209, 0.08484305035126)]
    [InlineData(ScaleAlternative.CurrentWider, 0.9929973646759348, 0.91515694964874)]
    public void Test_Asymptotic_AgreesWithReference(ScaleAlternative alternative, double untied, double tied)
    {
        var (reference, current) = RankSamples.Scaled(100, 70, 1.11);
        var options = new AnsariBradleyOptions { Alternative = alternative, Method = AnsariBradleyMethod.Asymptotic };

        var result = AnsariBradley.Test(reference, current, options);
        var underTies = AnsariBradley.Test(RankSamples.Tied, RankSamples.Other, options);

        Assert.Equal((3912, 20.5), (result.Statistic, underTies.Statistic));
        Relative.Equal(untied, result.PValue, 1e-11);
        Relative.Equal(tied, underTies.PValue, 1e-11);
        Assert.True(result.StandardizedStatistic > 0);
    }

    /// <summary>Serum iron by two methods, Ramsay's and the other one: R's ansari.test shows AB = 185.5, p = 0.1815; more digits by SciPy 1.10.1.</summary>
    [Fact]
    public void Test_SerumIron_AgreesWithReference()
    {
        var result = AnsariBradley.Test(
            [111.0, 107, 100, 99, 102, 106, 109, 108, 104, 99, 101, 96, 97, 102, 107, 113, 116, 113, 110, 98],
            [107.0, 108, 106, 98, 105, 103, 110, 105, 104, 100, 96, 108, 103, 104, 114, 114, 113, 108, 106, 99],
            new() { Method = AnsariBradleyMethod.Asymptotic }
        );

        Assert.Equal(185.5, result.Statistic);
        Relative.Equal(0.1814581997286706, result.PValue, 1e-11);
    }

    /// <summary>All 792 ways to choose 7 of the 12 pooled values: 76 have a sum of at most 20.5, 740 of at least that (counted with NumPy).</summary>
    [Theory]
    [InlineData(ScaleAlternative.TwoSided, 152)]
    [InlineData(ScaleAlternative.CurrentNarrower, 76)]
    [InlineData(ScaleAlternative.CurrentWider, 740)]
    public void Test_ExactUnderTies_IsTheShareOfAssignments(ScaleAlternative alternative, int count)
    {
        var exact = AnsariBradley.Test(RankSamples.Tied, RankSamples.Other, new() { Alternative = alternative });
        var drawn = AnsariBradley.Test(
            RankSamples.Tied,
            RankSamples.Other,
            new()
            {
                Alternative = alternative,
                Method = AnsariBradleyMethod.Permutation,
                Permutation = new() { Replicates = 9999, Seed = 8 },
            }
        );

        Relative.Equal(count / 792.0, exact.PValue, 1e-13);
        Assert.Equal(exact.PValue, drawn.PValue, alternative == ScaleAlternative.TwoSided ? 0.05 : 0.02);
    }

    /// <summary>Midranks that straddle the median have a mean of their own, which the exact distribution tells.</summary>
    [Fact]
    public void Test_TiesAcrossTheMedian_StandardizesByTheirOwnMoments()
    {
        double[] pooled = [1, 2, 2, 2, 2, 2, 3, 4];
        var sums = RankSamples
            .Assignments(pooled, 3)
            .Select(pair => AnsariBradley.Test(pair.Reference, pair.Current))
            .ToArray();
        var mean = sums.Average(result => result.Statistic);
        var deviation = Math.Sqrt(sums.Average(result => Math.Pow(result.Statistic - mean, 2)));

        Assert.All(
            sums,
            result => Assert.Equal((mean - result.Statistic) / deviation, result.StandardizedStatistic, 1e-12)
        );
    }

    [Fact]
    public void Test_DataThatCannotAnswer_HaveAStatus()
    {
        var empty = AnsariBradley.Test([], [1.0, 2]);
        var few = AnsariBradley.Test([1.0], [2.0]);
        var constant = AnsariBradley.Test([1.0, 1], [1.0, 1]);

        Assert.Equal(
            (ResultStatus.Empty, ResultStatus.TooFewRows, ResultStatus.Constant),
            (empty.Status, few.Status, constant.Status)
        );
        Assert.All([empty, few, constant], result => Assert.Equal(double.NaN, result.PValue));
    }

    [Theory]
    [InlineData(55, AnsariBradleyMethod.Auto, AnsariBradleyMethod.Exact)]
    [InlineData(80, AnsariBradleyMethod.Auto, AnsariBradleyMethod.Asymptotic)]
    [InlineData(80, AnsariBradleyMethod.Exact, AnsariBradleyMethod.Exact)]
    [InlineData(300, AnsariBradleyMethod.Exact, AnsariBradleyMethod.Asymptotic)]
    public void Test_LargerSamples_SayWhichMethodWasUsed(int n, AnsariBradleyMethod asked, AnsariBradleyMethod used)
    {
        var (reference, current) = RankSamples.Scaled(n, n, 1.13);

        Assert.Equal(used, AnsariBradley.Test(reference, current, new() { Method = asked }).Method);
    }

    [Fact]
    public void Test_BadArguments_AreNamed()
    {
        Assert.Equal(
            "reference",
            Assert.Throws<ArgumentException>(() => AnsariBradley.Test([double.NaN], [1.0])).ParamName
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => new AnsariBradleyOptions { Method = (AnsariBradleyMethod)4 });
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new AnsariBradleyOptions { Alternative = (ScaleAlternative)3 }
        );
    }

    [Fact]
    public void Test_Example_Compiles()
    {
        double[] reference = [-0.3, 0.1, 0.4, -0.2, 0.25, -0.35, 0.05],
            current = [-2.1, 1.7, 0.3, -1.2, 2.6, -0.6, 1.1];
        var test = AnsariBradley.Test(reference, current);

        Assert.InRange(test.PValue, 0.0001, 0.05);
    }
}
