using Mlops.Statistics.Compute;
using Mlops.Statistics.Tests.Distributions;
using Mlops.Statistics.Tests.Simulations;
using Mlops.Statistics.Tests.TwoSample.Ranks;
using Mlops.Statistics.TwoSample;
using Mlops.Statistics.TwoSample.Location;

namespace Mlops.Statistics.Tests.TwoSample.Location;

public sealed class MannWhitneyTests
{
    /// <summary>SciPy 1.10.1, stats.mannwhitneyu; "greater" there is that the current data are the smaller ones.</summary>
    [Theory]
    [InlineData(TwoSampleAlternative.TwoSided, true, 0.8055308663493319)]
    [InlineData(TwoSampleAlternative.TwoSided, false, 0.7427145389901566)]
    [InlineData(TwoSampleAlternative.CurrentLess, true, 0.6592165536027617)]
    [InlineData(TwoSampleAlternative.CurrentLess, false, 0.6286427305049217)]
    [InlineData(TwoSampleAlternative.CurrentGreater, true, 0.40276543317466595)]
    [InlineData(TwoSampleAlternative.CurrentGreater, false, 0.3713572694950783)]
    public void Test_TiedSamplesAsymptotically_AgreesWithReference(
        TwoSampleAlternative alternative,
        bool isCorrected,
        double pValue
    )
    {
        var result = MannWhitney.Test(
            RankSamples.Tied,
            RankSamples.Other,
            new()
            {
                Alternative = alternative,
                Method = MannWhitneyMethod.Asymptotic,
                IsContinuityCorrected = isCorrected,
            }
        );

        Assert.Equal(15.5, result.Statistic);
        Assert.Equal(1 - (15.5 / 35), result.Superiority, 1e-15);
        Relative.Equal(pValue, result.PValue, 1e-13);
        Assert.True(result.HasTies);
        Assert.Equal(MannWhitneyMethod.Asymptotic, result.Method);
        Assert.Equal((7, 5), (result.ReferenceCount, result.CurrentCount));
        Assert.Null(result.Permutation);
    }

    /// <summary>SciPy 1.10.1, stats.mannwhitneyu(method="exact").</summary>
    [Theory]
    [InlineData(5, 4, 1, TwoSampleAlternative.TwoSided, 6, 0.4126984126984127)]
    [InlineData(5, 4, 1, TwoSampleAlternative.CurrentLess, 6, 0.8571428571428572)]
    [InlineData(5, 4, 1, TwoSampleAlternative.CurrentGreater, 6, 0.20634920634920634)]
    [InlineData(30, 20, 8, TwoSampleAlternative.TwoSided, 161, 0.005330393104081548)]
    [InlineData(3, 50, 20, TwoSampleAlternative.TwoSided, 0, 8.537522410996328e-05)]
    [InlineData(3, 50, 20, TwoSampleAlternative.CurrentGreater, 0, 4.268761205498164e-05)]
    [InlineData(50, 50, 9, TwoSampleAlternative.CurrentGreater, 820, 0.0014041583193853916)]
    [InlineData(100, 70, 20, TwoSampleAlternative.TwoSided, 2240, 5.3876979827195444e-05)]
    [InlineData(100, 70, 20, TwoSampleAlternative.CurrentLess, 2240, 0.9999734389417232)]
    public void Test_ExactWithoutTies_AgreesWithReference(
        int n,
        int m,
        double shift,
        TwoSampleAlternative alternative,
        double statistic,
        double pValue
    )
    {
        var (reference, current) = RankSamples.Spaced(n, m, shift);

        var result = MannWhitney.TestSorted(
            reference,
            current,
            new() { Alternative = alternative, Method = MannWhitneyMethod.Exact }
        );

        Assert.Equal(statistic, result.Statistic);
        Relative.Equal(pValue, result.PValue, 1e-12);
        Assert.False(result.HasTies);
        Assert.Equal(MannWhitneyMethod.Exact, result.Method);
    }

    /// <summary>All 792 ways to choose 7 of the 12 pooled values: 634, 504 and 318 of them are as extreme (counted with NumPy).</summary>
    [Theory]
    [InlineData(TwoSampleAlternative.TwoSided, 634)]
    [InlineData(TwoSampleAlternative.CurrentLess, 504)]
    [InlineData(TwoSampleAlternative.CurrentGreater, 318)]
    public void Test_ExactUnderTies_IsTheShareOfAssignments(TwoSampleAlternative alternative, int count)
    {
        var exact = MannWhitney.Test(RankSamples.Tied, RankSamples.Other, new() { Alternative = alternative });
        var drawn = MannWhitney.Test(
            RankSamples.Tied,
            RankSamples.Other,
            new()
            {
                Alternative = alternative,
                Method = MannWhitneyMethod.Permutation,
                Permutation = new() { Replicates = 9999, Seed = 3 },
            }
        );

        Assert.Equal(MannWhitneyMethod.Exact, exact.Method);
        Relative.Equal(count / 792.0, exact.PValue, 1e-13);
        Assert.Equal(exact.PValue, drawn.PValue, 4 * drawn.Permutation!.StandardError);
        Assert.Equal(9999, drawn.Permutation.ReplicateCount);
        Assert.Equal(MannWhitneyMethod.Permutation, drawn.Method);
    }

    /// <summary>SciPy 1.10.1 of 3,000 and 2,000 values with some 100 distinct ones.</summary>
    [Fact]
    public void Test_ManyTies_AgreesWithReference()
    {
        var result = MannWhitney.Test(RankSamples.ManyTied, RankSamples.ManyOther);

        Assert.Equal(2696425, result.Statistic);
        Relative.Equal(1.269956568249067e-09, result.PValue, 1e-12);
        Assert.Equal(MannWhitneyMethod.Asymptotic, result.Method);
    }

    [Fact]
    public void Test_TiesAcrossParts_AreTheCountedRows()
    {
        // Groups of more than a part's 65,536 steps, and t³ beyond 64 bits.
        long[] n = [1_100_000, 1_100_000, 3],
            m = [1_099_000, 1_101_000, 0];
        double[] values = [1, 2, 5];
        double[] reference = [.. values.SelectMany((value, i) => Enumerable.Repeat(value, (int)n[i]))],
            current = [.. values.SelectMany((value, i) => Enumerable.Repeat(value, (int)m[i]))];

        var rows = MannWhitney.TestSorted(reference, current);
        var counted = MannWhitney.Test(new CountedValues(values, n), new CountedValues(values, m));
        var fewThreads = MannWhitney.TestSorted(reference, current, context: new() { MaxDegreeOfParallelism = 1 });

        Assert.Equal(rows, counted);
        Assert.Equal(rows, fewThreads);
        Assert.Equal(2418906600000.0, rows.Statistic);

        // n m / 12 (N + 1 - Σ (t³ - t) / (N (N - 1))) with N = 4,400,003, in Python's whole numbers.
        Relative.Equal(ExpectedOfTiedMillions, rows.PValue, 1e-9);
    }

    private const double ExpectedOfTiedMillions = 0.34180701415813686;

    [Fact]
    public void Test_AllEqual_IsNoDifference()
    {
        foreach (var method in Enum.GetValues<MannWhitneyMethod>())
        {
            var result = MannWhitney.Test([2.0, 2], [2.0, 2, 2], new() { Method = method });

            Assert.Equal((3.0, 0.5, 1.0), (result.Statistic, result.Superiority, result.PValue));
            Assert.Equal(ResultStatus.Ok, result.Status);
        }
    }

    [Fact]
    public void Test_NegativeZeroAndInfinities_AreValues()
    {
        var result = MannWhitney.Test(
            [-0.0, double.NegativeInfinity, double.PositiveInfinity],
            [0.0, double.PositiveInfinity]
        );

        // Pairs: -0.0 ties once, ∞ wins once and ties once.
        Assert.Equal(2, result.Statistic);
        Assert.Equal(1 - (2 / 6.0), result.Superiority, 1e-15);
    }

    [Fact]
    public void Test_EmptySide_HasAStatus()
    {
        var result = MannWhitney.Test([], [1.0, 2]);

        Assert.Equal(ResultStatus.Empty, result.Status);
        Assert.Equal((double.NaN, double.NaN, double.NaN), (result.Statistic, result.PValue, result.Superiority));
        Assert.Equal(ResultStatus.Empty, MannWhitney.TestSorted([], []).Status);
        Assert.Equal(
            ResultStatus.Empty,
            MannWhitney.Test([], [1.0], new() { Method = MannWhitneyMethod.Exact }).Status
        );
    }

    [Theory]
    [InlineData(50, 50, MannWhitneyMethod.Auto, MannWhitneyMethod.Exact)]
    [InlineData(60, 60, MannWhitneyMethod.Auto, MannWhitneyMethod.Asymptotic)]
    [InlineData(1000, 5, MannWhitneyMethod.Auto, MannWhitneyMethod.Asymptotic)]
    [InlineData(900, 4, MannWhitneyMethod.Auto, MannWhitneyMethod.Exact)]
    [InlineData(140, 140, MannWhitneyMethod.Exact, MannWhitneyMethod.Exact)]
    [InlineData(160, 160, MannWhitneyMethod.Exact, MannWhitneyMethod.Asymptotic)]
    public void Test_LargerSamples_SayWhichMethodWasUsed(int n, int m, MannWhitneyMethod asked, MannWhitneyMethod used)
    {
        var random = new Xoshiro256((ulong)(n + m));
        double[] reference = Uniform(n, random),
            current = Uniform(m, random);

        var result = MannWhitney.Test(reference, current, new() { Method = asked });
        var asymptotic = MannWhitney.Test(reference, current, new() { Method = MannWhitneyMethod.Asymptotic });

        Assert.Equal(used, result.Method);
        Assert.Equal(asymptotic.PValue, result.PValue, m < 10 ? 0.05 : 0.003);
    }

    [Fact]
    public void Test_LargeSamples_AreCountedExactly()
    {
        var random = new Xoshiro256(9);
        double[] reference = Uniform(200_000, random),
            current = Uniform(150_000, random);
        double[] sorted = [.. current.Order()];
        long wins = 0;
        foreach (var value in reference)
        {
            var below = Array.BinarySearch(sorted, value);
            wins += below < 0 ? ~below : below;
        }

        var one = MannWhitney.Test(reference, current, context: new() { MaxDegreeOfParallelism = 1 });
        var many = MannWhitney.Test(reference, current, context: new() { MaxDegreeOfParallelism = 5 });

        Assert.Equal(wins, one.Statistic);
        Assert.Equal(one, many);
    }

    [Fact]
    public void Test_BadArguments_AreNamed()
    {
        var notANumber = Assert.Throws<ArgumentException>(() => MannWhitney.Test([1.0], [1.0, double.NaN]));
        var single = Assert.Throws<ArgumentException>(() => MannWhitney.Test([float.NaN], [1f]));
        var unsorted = Assert.Throws<ArgumentException>(() => MannWhitney.TestSorted([1.0, 3, 2], [1.0]));
        var tooMany = Assert.Throws<ArgumentException>(() =>
            MannWhitney.Test(new CountedValues([1.0], [1L << 31]), new CountedValues([1.0], [1]))
        );

        Assert.Equal("current", notANumber.ParamName);
        Assert.Equal("reference", single.ParamName);
        Assert.Equal("reference", unsorted.ParamName);
        Assert.Contains("2147483648 rows", tooMany.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new MannWhitneyOptions { Method = (MannWhitneyMethod)4 });
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new MannWhitneyOptions { Alternative = (TwoSampleAlternative)3 }
        );
    }

    [Fact]
    public void Test_Cancelled_Stops() =>
        Assert.ThrowsAny<OperationCanceledException>(() =>
            MannWhitney.Test(
                RankSamples.ManyTied,
                RankSamples.ManyOther,
                context: new ComputeContext { CancellationToken = new CancellationToken(canceled: true) }
            )
        );

    [Fact]
    public void Test_Example_Compiles()
    {
        double[] reference = [12.1, 11.4, 13.0, 12.6, 11.9, 12.2],
            current = [13.4, 12.9, 14.1, 13.3, 12.8, 13.9];
        var test = MannWhitney.Test(
            reference,
            current,
            new MannWhitneyOptions { Alternative = TwoSampleAlternative.CurrentGreater }
        );
        var line = $"U = {test.Statistic}, p = {test.PValue:G3}, P(current > reference) = {test.Superiority:F2}";

        Assert.Contains("U = 2, p = 0.00433", line, StringComparison.Ordinal);
    }

    private static double[] Uniform(int count, Xoshiro256 random) =>
        [.. Enumerable.Range(0, count).Select(_ => random.NextUniform())];
}
