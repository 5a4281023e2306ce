using Mlops.Statistics.Tests.Distributions;
using Mlops.Statistics.Tests.TwoSample.Ranks;
using Mlops.Statistics.TwoSample;
using Mlops.Statistics.TwoSample.Location;

namespace Mlops.Statistics.Tests.TwoSample.Location;

public sealed class BrunnerMunzelTests
{
    /// <summary>The pain scores of the paper. SciPy 1.10.1, stats.brunnermunzel; degrees of freedom as R's lawstat prints them, 17.683.</summary>
    [Theory]
    [InlineData(TwoSampleAlternative.TwoSided, 0.005786208666151538)]
    [InlineData(TwoSampleAlternative.CurrentGreater, 0.002893104333075769)]
    [InlineData(TwoSampleAlternative.CurrentLess, 0.9971068956669242)]
    public void Test_PainScores_AgreesWithReference(TwoSampleAlternative alternative, double pValue)
    {
        var result = BrunnerMunzel.Test(
            RankSamples.Pain,
            RankSamples.OtherPain,
            new() { Alternative = alternative, Method = BrunnerMunzelMethod.StudentT }
        );

        Relative.Equal(3.1374674823029505, result.Statistic, 1e-14);
        Relative.Equal(pValue, result.PValue, 1e-12);
        Relative.Equal(17.682841979481548, result.DegreesOfFreedom, 1e-13);
        Relative.Equal(0.788961038961039, result.Superiority, 1e-14);
        Relative.Equal(0.09210009046816864, result.StandardError, 1e-13);
        Assert.Equal((14, 11), (result.ReferenceCount, result.CurrentCount));
        Assert.Equal(BrunnerMunzelMethod.StudentT, result.Method);
        Assert.Equal(ResultStatus.Ok, result.Status);
    }

    /// <summary>SciPy 1.10.1, distribution="normal".</summary>
    [Theory]
    [InlineData(TwoSampleAlternative.TwoSided, 0.7515792476806233)]
    [InlineData(TwoSampleAlternative.CurrentLess, 0.6242103761596883)]
    [InlineData(TwoSampleAlternative.CurrentGreater, 0.37578962384031167)]
    public void Test_Normal_AgreesWithReference(TwoSampleAlternative alternative, double pValue)
    {
        var result = BrunnerMunzel.Test(
            RankSamples.Tied,
            RankSamples.Other,
            new() { Alternative = alternative, Method = BrunnerMunzelMethod.Normal }
        );

        Relative.Equal(0.3165576855285991, result.Statistic, 1e-13);
        Relative.Equal(pValue, result.PValue, 1e-12);
    }

    /// <summary>SciPy 1.10.1; its p-value is a difference from 1, so that the tail here is its t.sf of its own statistic.</summary>
    [Fact]
    public void Test_ManyTies_AgreesWithReference()
    {
        var result = BrunnerMunzel.Test(RankSamples.ManyTied, RankSamples.ManyOther);

        Relative.Equal(5.99255672783556, result.Statistic, 1e-12);
        Relative.Equal(2.2614425147967933e-09, result.PValue, 1e-10);
    }

    [Fact]
    public void Test_SmallTail_KeepsItsDigits()
    {
        var (reference, current) = RankSamples.Spaced(200, 200, 60);

        var upper = BrunnerMunzel.Test(reference, current, new() { Alternative = TwoSampleAlternative.CurrentGreater });
        var lower = BrunnerMunzel.Test(current, reference, new() { Alternative = TwoSampleAlternative.CurrentLess });

        Assert.InRange(upper.PValue, 1e-40, 1e-20);
        Relative.Equal(upper.PValue, lower.PValue, 1e-12);
    }

    [Theory]
    [InlineData(TwoSampleAlternative.TwoSided, 2.0 / 35)]
    [InlineData(TwoSampleAlternative.CurrentGreater, 1.0 / 35)]
    [InlineData(TwoSampleAlternative.CurrentLess, 1)]
    public void Test_SamplesApart_HaveTheirShareOfAssignments(TwoSampleAlternative alternative, double pValue)
    {
        foreach (var method in Enum.GetValues<BrunnerMunzelMethod>())
        {
            var result = BrunnerMunzel.Test(
                [1.0, 2, 2],
                [3.0, 4, 5, double.PositiveInfinity],
                new() { Alternative = alternative, Method = method }
            );

            Relative.Equal(pValue, result.PValue, 1e-14);
            Assert.Equal(double.PositiveInfinity, result.Statistic);
            Assert.Equal(1, result.Superiority);
            Assert.Equal(double.NaN, result.DegreesOfFreedom);
            Assert.Equal(BrunnerMunzelMethod.Permutation, result.Method);
            Assert.Equal(ResultStatus.Ok, result.Status);
            Assert.Equal(
                double.NegativeInfinity,
                BrunnerMunzel.Test([3.0, 4], [1.0, 2], new() { Method = method }).Statistic
            );
        }
    }

    [Fact]
    public void Test_Permutation_IsNearTheShareOfAllAssignments()
    {
        double[] pooled = [.. RankSamples.Tied, .. RankSamples.Other];
        var observed = Math.Abs(BrunnerMunzel.Test(RankSamples.Tied, RankSamples.Other).Statistic);
        var share = RankSamples
            .Assignments(pooled, 7)
            .Average(pair =>
                Math.Abs(BrunnerMunzel.Test(pair.Reference, pair.Current).Statistic) >= observed - 1e-9 ? 1.0 : 0
            );

        var result = BrunnerMunzel.Test(
            RankSamples.Tied,
            RankSamples.Other,
            new()
            {
                Method = BrunnerMunzelMethod.Permutation,
                Permutation = new() { Replicates = 9999, Seed = 1 },
            }
        );

        Assert.Equal(share, result.PValue, 4 * result.Permutation!.StandardError);
    }

    [Fact]
    public void Test_DataThatCannotAnswer_HaveAStatus()
    {
        var empty = BrunnerMunzel.Test([], [1.0, 2]);
        var single = BrunnerMunzel.Test([1.0], [0.0, 2, 3]);
        var constant = BrunnerMunzel.Test([1.0, 1], [1.0, 1, 1]);

        Assert.Equal(ResultStatus.Empty, empty.Status);
        Assert.Equal(ResultStatus.TooFewRows, single.Status);
        Assert.Equal(2.0 / 3, single.Superiority, 1e-15);
        Assert.Equal(ResultStatus.Constant, constant.Status);
        Assert.All([empty, single, constant], result => Assert.Equal(double.NaN, result.PValue));
        Assert.All([empty, single, constant], result => Assert.Equal(double.NaN, result.Statistic));
    }

    [Fact]
    public void Test_BadArguments_AreNamed()
    {
        Assert.Equal(
            "current",
            Assert.Throws<ArgumentException>(() => BrunnerMunzel.Test([1.0], [double.NaN])).ParamName
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => new BrunnerMunzelOptions { Method = (BrunnerMunzelMethod)4 });
    }

    [Fact]
    public void Test_Auto_PermutesFewRowsAndTakesStudentsTForMany()
    {
        double[] few = [.. Enumerable.Range(0, 30).Select(i => i * 1.7 % 11)],
            more = [.. Enumerable.Range(0, 31).Select(i => i * 2.3 % 13)];

        Assert.Equal(BrunnerMunzelMethod.Permutation, BrunnerMunzel.Test(few, few.AsSpan(0, 20)).Method);
        Assert.Equal(BrunnerMunzelMethod.StudentT, BrunnerMunzel.Test(few, more).Method);
    }

    [Fact]
    public void Test_Example_Compiles()
    {
        double[] reference = [1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 2, 4, 1, 1],
            current = [3, 3, 4, 3, 1, 2, 3, 1, 1, 5, 4];
        var test = BrunnerMunzel.Test(reference, current, new() { Method = BrunnerMunzelMethod.StudentT });
        var line = $"P(current > reference) = {test.Superiority:F2}, t = {test.Statistic:F2}, p = {test.PValue:F4}";

        Assert.Equal("P(current > reference) = 0.79, t = 3.14, p = 0.0058", line);
    }
}
