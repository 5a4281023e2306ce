using Mlops.Statistics.Compute;
using Mlops.Statistics.Tests.Distributions;
using Mlops.Statistics.TwoSample.Distribution;

namespace Mlops.Statistics.Tests.TwoSample.Distribution;

public sealed class AndersonDarlingTests
{
    private static readonly double[] Third = [1, 1, 2, 7, 9.5, 20];

    /// <summary>SciPy 1.10.1, stats.anderson_ksamp.</summary>
    [Theory]
    [InlineData("tied", AndersonDarlingTies.Midranks, -0.8085147629077071, 0.25)]
    [InlineData("tied", AndersonDarlingTies.Discrete, -0.7796005937842251, 0.25)]
    [InlineData("three tied", AndersonDarlingTies.Midranks, -0.7718129559705985, 0.25)]
    [InlineData("three tied", AndersonDarlingTies.Discrete, -0.8579615117757392, 0.25)]
    [InlineData("two", AndersonDarlingTies.Midranks, -0.9097572467424072, 0.25)]
    [InlineData("two", AndersonDarlingTies.Discrete, -0.89732105988068, 0.25)]
    [InlineData("shifted", AndersonDarlingTies.Midranks, 2.617917336911449, 0.027529321615974957)]
    [InlineData("shifted", AndersonDarlingTies.Discrete, 2.53141717449684, 0.029795508925881058)]
    [InlineData("three", AndersonDarlingTies.Midranks, 4.811579538536707, 0.002244802586605487)]
    [InlineData("three", AndersonDarlingTies.Discrete, 4.730852622606464, 0.0024486992868115788)]
    public void TestSamples_SmallSamples_AgreesWithReference(
        string name,
        AndersonDarlingTies ties,
        double statistic,
        double pValue
    )
    {
        double[] even = [.. Enumerable.Range(0, 20).Select(i => (double)i)],
            wide = [.. Enumerable.Range(0, 17).Select(i => (i * 1.3) + 0.25)],
            shifted = [.. wide.Select(value => value + 4)];
        ReadOnlyMemory<double>[] samples = name switch
        {
            "tied" => [TiedSamples.First, TiedSamples.Second],
            "three tied" => [TiedSamples.First, TiedSamples.Second, Third],
            "two" => [even, wide],
            "shifted" => [even, shifted],
            _ => [even, shifted, wide.Select(value => value * 2).ToArray()],
        };

        var result = AndersonDarling.TestSamples(
            samples,
            new() { Method = AndersonDarlingMethod.Interpolated, Ties = ties }
        );

        Relative.Equal(statistic, result.Statistic, 1e-11);
        Relative.Equal(pValue, result.PValue, 1e-10);
        Assert.Equal(samples.Length, result.SampleCount);
        Assert.Equal(samples.Sum(sample => sample.Length), result.Count);
    }

    [Fact]
    public void Interpolated_FarStatistics_AreKeptWithinTheTable()
    {
        double[] low = TiedSamples.Uniform(50, 1),
            high = [.. TiedSamples.Uniform(50, 2).Select(u => u + 1)];
        var options = new AndersonDarlingOptions { Method = AndersonDarlingMethod.Interpolated };

        Assert.Equal(0.001, AndersonDarling.Test(low, high, options).PValue);
        Assert.Equal(0.25, AndersonDarling.Test(low, low, options).PValue);
        Assert.True(AndersonDarling.Test(low, high).PValue < 1e-12);
    }

    [Theory]
    [InlineData(AndersonDarlingTies.Midranks, 0)]
    [InlineData(AndersonDarlingTies.Midranks, 5)]
    [InlineData(AndersonDarlingTies.Discrete, 0)]
    [InlineData(AndersonDarlingTies.Discrete, 5)]
    public void Test_TwoSamples_IsTestSamplesOfTwo(AndersonDarlingTies ties, int kinds)
    {
        double[] reference = TiedSamples.Uniform(90, 1, kinds),
            current = TiedSamples.Uniform(70, 2, kinds);
        foreach (var method in Enum.GetValues<AndersonDarlingMethod>())
        {
            var options = new AndersonDarlingOptions { Method = method, Ties = ties };
            var pair = AndersonDarling.Test(reference, current, options);
            var list = AndersonDarling.TestSamples([reference, current], options);

            Relative.Equal(list.SquaredDifference, pair.SquaredDifference, 1e-12);
            Relative.Equal(list.PValue, pair.PValue, 1e-10);
            Assert.Equal((list.Method, list.HasTies, list.Count), (pair.Method, pair.HasTies, pair.Count));
        }
    }

    /// <summary>The limit of two samples: its tail at 2.492 and 3.878 is 0.05 and 0.01 (Marsaglia and Marsaglia 2004).</summary>
    [Theory]
    [InlineData(2.492, 0.05)]
    [InlineData(3.878, 0.01)]
    public void Asymptotic_KnownPercentiles_HaveTheirLevels(double percentile, double level)
    {
        var statistic = (percentile - 1) / QuadraticLimits.AndersonDarlingDeviation;

        Relative.Equal(level, AndersonDarlingPValue.Asymptotic(statistic, 1), 1e-3);
    }

    /// <summary>The interpolation of table 2 of Scholz and Stephens (1987).</summary>
    [Theory]
    [InlineData(1, 1.960, 0.05)]
    [InlineData(1, 3.752, 0.01)]
    [InlineData(4, 1.8935, 0.05)]
    [InlineData(10, 1.8232, 0.05)]
    public void Asymptotic_SeveralSamples_IsNearTheInterpolation(
        int degreesOfFreedom,
        double statistic,
        double level,
        double tolerance = 0.05
    ) => Relative.Equal(level, AndersonDarlingPValue.Asymptotic(statistic, degreesOfFreedom), tolerance);

    [Theory]
    [InlineData(AndersonDarlingTies.Midranks, 3)]
    [InlineData(AndersonDarlingTies.Midranks, 9)]
    [InlineData(AndersonDarlingTies.Discrete, 3)]
    [InlineData(AndersonDarlingTies.Discrete, 9)]
    [InlineData(AndersonDarlingTies.Midranks, 0)]
    [InlineData(AndersonDarlingTies.Discrete, 0)]
    public void Asymptotic_ThreeSamples_IsNearThePermutations(AndersonDarlingTies ties, int kinds)
    {
        ReadOnlyMemory<double>[] samples =
        [
            TiedSamples.Uniform(200, 1, kinds),
            TiedSamples.Uniform(150, 2, kinds),
            TiedSamples.Uniform(100, 3, kinds).Select((u, i) => i % 8 == 0 ? u + 1 : u).ToArray(),
        ];

        var limit = AndersonDarling.TestSamples(
            samples,
            new() { Method = AndersonDarlingMethod.Asymptotic, Ties = ties }
        );
        var permuted = AndersonDarling.TestSamples(
            samples,
            new()
            {
                Method = AndersonDarlingMethod.Permutation,
                Ties = ties,
                Permutation = new() { Replicates = 2_000, Seed = 11 },
            }
        );

        Assert.InRange(
            limit.PValue,
            permuted.PValue - 0.005 - (4 * permuted.Permutation!.StandardError),
            permuted.PValue + 0.005 + (4 * permuted.Permutation.StandardError)
        );
    }

    [Fact]
    public void Permutation_SmallSamples_IsNearItsShareOfAllSplits()
    {
        double[] pooled = [1, 1, 2, 2, 2, 3, 4, 4, 5, 5, 6];
        var statistics = TiedSamples
            .Splits(pooled, 5)
            .Select(split => AndersonDarling.Test(split.Reference, split.Current).SquaredDifference)
            .ToArray();

        var result = AndersonDarling.Test(
            [1, 1, 2, 2, 3.0],
            [2, 4, 4, 5, 5, 6.0],
            new()
            {
                Permutation = new() { Replicates = 20_000, Seed = 1 },
            }
        );

        var share = TiedSamples.Share(statistics, result.SquaredDifference);
        Assert.Equal(AndersonDarlingMethod.Permutation, result.Method);
        Assert.InRange(
            result.PValue,
            share - (4 * result.Permutation!.StandardError),
            share + (4 * result.Permutation.StandardError)
        );
    }

    [Theory]
    [InlineData(30, 30, 0, AndersonDarlingMethod.Asymptotic)]
    [InlineData(30, 19, 0, AndersonDarlingMethod.Permutation)]
    [InlineData(30, 30, 4, AndersonDarlingMethod.Permutation)]
    [InlineData(600, 600, 4, AndersonDarlingMethod.Asymptotic)]
    [InlineData(2_000, 5, 0, AndersonDarlingMethod.Asymptotic)]
    public void Test_Auto_SaysWhichMethodWasUsed(int n, int m, int kinds, AndersonDarlingMethod used) =>
        Assert.Equal(
            used,
            AndersonDarling.Test(TiedSamples.Uniform(n, 1, kinds), TiedSamples.Uniform(m, 2, kinds)).Method
        );

    [Fact]
    public void Test_NoAnswer_HasAStatus()
    {
        var empty = AndersonDarling.Test([1.0], []);
        var constant = AndersonDarling.Test([1.0, 1, 1], [1.0, 1]);
        var few = AndersonDarling.Test([1.0, 2], [3.0]);
        var single = AndersonDarling.TestSamples([
            new double[] { 1 },
            new double[] { 2 },
            new double[] { 3 },
            new double[] { 4 },
        ]);

        Assert.Equal((ResultStatus.Empty, double.NaN, double.NaN), (empty.Status, empty.Statistic, empty.PValue));
        Assert.Equal(ResultStatus.Empty, AndersonDarling.TestSamples([Third, default]).Status);
        Assert.Equal((ResultStatus.Constant, double.NaN), (constant.Status, constant.PValue));
        Assert.Equal((ResultStatus.TooFewRows, double.NaN), (few.Status, few.PValue));
        Assert.Equal((ResultStatus.TooFewRows, double.NaN), (single.Status, single.PValue));
    }

    [Fact]
    public void Test_InfinitiesAndZeros_AreValues()
    {
        var finite = AndersonDarling.Test([0.0, 1, 5, 7], [-3.0, 0, 5]);
        var infinite = AndersonDarling.Test([-0.0, 1, 5, double.PositiveInfinity], [double.NegativeInfinity, 0.0, 5]);

        Assert.Equal(finite, infinite);
    }

    [Fact]
    public void Test_OtherForms_AreTheSame()
    {
        var expected = AndersonDarling.Test(TiedSamples.First, TiedSamples.Second);

        Assert.Equal(expected, AndersonDarling.TestSorted([1, 2, 2, 3, 5, 8, 13], [2, 3, 4, 4, 9]));
        Assert.Equal(expected, AndersonDarling.Test((float[])[3, 1, 2, 13, 2, 5, 8], (float[])[4, 2, 3, 9, 4]));
    }

    [Fact]
    public void Test_LargeSamples_AreTheSameAtAnyNumberOfThreads()
    {
        double[] reference = TiedSamples.Uniform(300_000, 1),
            current = TiedSamples.Uniform(200_000, 2);
        var one = AndersonDarling.Test(reference, current, context: new ComputeContext { MaxDegreeOfParallelism = 1 });

        Assert.Equal(one, AndersonDarling.Test(reference, current, context: new() { MaxDegreeOfParallelism = 5 }));
        Relative.Equal(
            AndersonDarling.TestSamples([reference, current]).SquaredDifference,
            one.SquaredDifference,
            1e-10
        );
    }

    [Fact]
    public void TestSamples_BadArguments_AreNamed()
    {
        var notANumber = Assert.Throws<ArgumentException>(() =>
            AndersonDarling.TestSamples([Third, new double[] { 1, double.NaN }])
        );
        var one = Assert.Throws<ArgumentException>(() => AndersonDarling.TestSamples([Third]));

        Assert.Equal("samples[1]", notANumber.ParamName);
        Assert.Contains("position 1", notANumber.Message, StringComparison.Ordinal);
        Assert.Equal("samples", one.ParamName);
        Assert.Throws<ArgumentNullException>(() => AndersonDarling.TestSamples(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new AndersonDarlingOptions { Method = (AndersonDarlingMethod)9 }
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => new AndersonDarlingOptions { Ties = (AndersonDarlingTies)9 });
        Assert.Throws<ArgumentNullException>(() => new AndersonDarlingOptions { Permutation = null! });
    }
}
