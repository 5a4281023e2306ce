using Mlops.Statistics.Tests.Distributions;
using Mlops.Statistics.Tests.TwoSample.Ranks;
using Mlops.Statistics.TwoSample;
using Mlops.Statistics.TwoSample.Spread;

namespace Mlops.Statistics.Tests.TwoSample.Spread;

public sealed class MoodTests
{
    /// <summary>SciPy 1.10.1, stats.mood; "greater" there is that the current data are the narrower ones.</summary>
    [Theory]
    [InlineData(7, 6, 0.4, ScaleAlternative.TwoSided, 2.1105794120443453, 0.034808478811867126)]
    [InlineData(7, 6, 0.4, ScaleAlternative.CurrentNarrower, 2.1105794120443453, 0.017404239405933563)]
    [InlineData(7, 6, 0.4, ScaleAlternative.CurrentWider, 2.1105794120443453, 0.9825957605940664)]
    [InlineData(20, 20, 1.7, ScaleAlternative.CurrentWider, -2.5699457794613076, 0.005085721667017586)]
    [InlineData(54, 40, 1.23, ScaleAlternative.TwoSided, 0.9000699184638767, 0.36808304332036235)]
    [InlineData(100, 70, 1.11, ScaleAlternative.TwoSided, 2.9793420394724897, 0.0028886812606361556)]
    public void Test_WithoutTies_AgreesWithReference(
        int n,
        int m,
        double width,
        ScaleAlternative alternative,
        double statistic,
        double pValue
    )
    {
        var (reference, current) = RankSamples.Scaled(n, m, width);

        var result = Mood.TestSorted(
            reference,
            current,
            new() { Alternative = alternative, Method = MoodMethod.Asymptotic }
        );

        Relative.Equal(statistic, result.Statistic, 1e-12);
        Relative.Equal(pValue, result.PValue, 1e-11);
        Assert.Equal((n, m), (result.ReferenceCount, result.CurrentCount));
        Assert.Equal(MoodMethod.Asymptotic, result.Method);
    }

    /// <summary>SciPy 1.10.1, which follows Mielke (1967) under ties.</summary>
    [Fact]
    public void Test_WithTies_AgreesWithReference()
    {
        var few = Mood.Test(RankSamples.Tied, RankSamples.Other, new() { Method = MoodMethod.Asymptotic });
        var many = Mood.Test(RankSamples.ManyTied, RankSamples.ManyOther);

        Relative.Equal(1.2541088930576392, few.Statistic, 1e-13);
        Relative.Equal(0.20980242841346997, few.PValue, 1e-12);
        Relative.Equal(-7.205472801929336, many.Statistic, 1e-12);
        Relative.Equal(5.784278926203995e-13, many.PValue, 1e-10);
    }

    /// <summary>All 792 ways to choose 7 of the 12 pooled values: so many are as extreme (counted with NumPy).</summary>
    [Theory]
    [InlineData(ScaleAlternative.TwoSided, 188)]
    [InlineData(ScaleAlternative.CurrentNarrower, 104)]
    [InlineData(ScaleAlternative.CurrentWider, 700)]
    public void Test_ExactUnderTies_IsTheShareOfAssignments(ScaleAlternative alternative, int count)
    {
        var exact = Mood.Test(RankSamples.Tied, RankSamples.Other, new() { Alternative = alternative });
        var drawn = Mood.Test(
            RankSamples.Tied,
            RankSamples.Other,
            new()
            {
                Alternative = alternative,
                Method = MoodMethod.Permutation,
                Permutation = new() { Replicates = 9999, Seed = 2 },
            }
        );

        Assert.Equal(MoodMethod.Exact, exact.Method);
        Relative.Equal(count / 792.0, exact.PValue, 1e-13);
        Assert.Equal(exact.PValue, drawn.PValue, 4 * drawn.Permutation!.StandardError);
    }

    [Fact]
    public void Test_ManyRows_AreTheSameAtAnyNumberOfThreadsAndCounted()
    {
        double[] reference = [.. Enumerable.Range(0, 150_000).Select(i => i * 7919L % 150_001 / 7.0)],
            current = [.. Enumerable.Range(0, 90_000).Select(i => i * 104729L % 90_001 / 4.2)];
        double[] sorted = [.. reference.Order()],
            otherSorted = [.. current.Order()];

        var one = Mood.Test(reference, current, context: new() { MaxDegreeOfParallelism = 1 });
        var many = Mood.Test(reference, current, context: new() { MaxDegreeOfParallelism = 4 });
        var counted = Mood.Test(
            new CountedValues(sorted, [.. sorted.Select(_ => 1L)]),
            new CountedValues(otherSorted, [.. otherSorted.Select(_ => 1L)])
        );

        Assert.Equal(one, many);
        Relative.Equal(one.Statistic, counted.Statistic, 1e-9);
    }

    [Fact]
    public void Test_DataThatCannotAnswer_HaveAStatus()
    {
        var empty = Mood.Test([], [1.0, 2]);
        var few = Mood.Test([1.0], [2.0]);
        var constant = Mood.Test([1.0, 1], [1.0, 1]);

        Assert.Equal(
            (ResultStatus.Empty, ResultStatus.TooFewRows, ResultStatus.Constant),
            (empty.Status, few.Status, constant.Status)
        );
        Assert.All([empty, few, constant], result => Assert.Equal(double.NaN, result.PValue));
        Assert.All([empty, few, constant], result => Assert.Equal(double.NaN, result.Statistic));
    }

    [Fact]
    public void Test_BadArguments_AreNamed()
    {
        Assert.Equal("current", Assert.Throws<ArgumentException>(() => Mood.Test([1.0], [double.NaN])).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => new MoodOptions { Method = (MoodMethod)4 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new MoodOptions { Alternative = (ScaleAlternative)3 });
    }

    [Fact]
    public void Test_Example_Compiles()
    {
        double[] reference = [-0.3, 0.1, 0.4, -0.2, 0.25, -0.35, 0.05],
            current = [-2.1, 1.7, 0.3, -1.2, 2.6, -0.6, 1.1];
        var test = Mood.Test(reference, current, new MoodOptions { Alternative = ScaleAlternative.CurrentWider });

        Assert.InRange(test.PValue, 0.0001, 0.01);
    }
}
