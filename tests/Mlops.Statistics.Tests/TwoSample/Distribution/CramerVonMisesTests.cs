using Mlops.Statistics.Compute;
using Mlops.Statistics.Tests.Distributions;
using Mlops.Statistics.TwoSample;
using Mlops.Statistics.TwoSample.Distribution;

namespace Mlops.Statistics.Tests.TwoSample.Distribution;

public sealed class CramerVonMisesTests
{
    private static readonly CramerVonMisesOptions Asymptotic = new() { Method = CramerVonMisesMethod.Asymptotic };
    private static readonly CramerVonMisesOptions Exact = new() { Method = CramerVonMisesMethod.Exact };

    /// <summary>SciPy 1.10.1, stats.cramervonmises_2samp.</summary>
    [Theory]
    [InlineData(20, 17, 0.25, CramerVonMisesMethod.Exact, 0.04085850556438775, 0.9490844685989049)]
    [InlineData(20, 17, 0.25, CramerVonMisesMethod.Asymptotic, 0.04085850556438775, 0.9594952147766315)]
    [InlineData(20, 17, 8.25, CramerVonMisesMethod.Exact, 1.2489666136724953, 0.00044557961083569245)]
    [InlineData(20, 17, 8.25, CramerVonMisesMethod.Asymptotic, 1.2489666136724953, 0.0006110610754713752)]
    [InlineData(200, 150, 10.25, CramerVonMisesMethod.Asymptotic, 0.12823809523809615, 0.46527630772473305)]
    public void Test_EvenlySpacedSamples_AgreesWithReference(
        int n,
        int m,
        double shift,
        CramerVonMisesMethod method,
        double statistic,
        double pValue
    )
    {
        var reference = Enumerable.Range(0, n).Select(i => (double)i).ToArray();
        var current = Enumerable.Range(0, m).Select(i => (i * 1.3) + shift).ToArray();

        var result = CramerVonMises.Test(reference, current, new() { Method = method });

        Relative.Equal(statistic, result.Statistic, 1e-11);
        Relative.Equal(pValue, result.PValue, method == CramerVonMisesMethod.Exact ? 1e-11 : 1e-9);
        Assert.Equal(method, result.Method);
        Assert.Equal(result.Statistic, result.SquaredDifference);
        Assert.False(result.HasTies);
    }

    /// <summary>SciPy 1.10.1, and the sum of squared differences by hand.</summary>
    [Fact]
    public void Test_TiedSamples_HaveBothStatistics()
    {
        var result = CramerVonMises.Test(TiedSamples.First, TiedSamples.Second, Asymptotic);

        Relative.Equal(0.08253968253968247, result.Statistic, 1e-13);
        Relative.Equal(0.7947046058163008, result.PValue, 1e-9);
        Relative.Equal(Naive(TiedSamples.First, TiedSamples.Second), result.SquaredDifference, 1e-13);
        Assert.True(result.HasTies);
    }

    [Theory]
    [InlineData(5, new double[] { 1, 1, 2, 2, 2, 3, 4, 4, 5 })]
    [InlineData(3, new double[] { 0, 0, 0, 0, 0, 0, 1, 1 })]
    [InlineData(6, new double[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 })]
    [InlineData(5, new double[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 })]
    public void Test_EverySplit_ExactPValueIsItsShare(int n, double[] pooled)
    {
        var results = TiedSamples
            .Splits(pooled, n)
            .Select(split => CramerVonMises.Test(split.Reference, split.Current, Exact))
            .ToArray();
        var statistics = results.Select(result => result.SquaredDifference).ToArray();
        foreach (var result in results)
        {
            Assert.Equal(TiedSamples.Share(statistics, result.SquaredDifference), result.PValue, 1e-13);
            Assert.Equal(CramerVonMisesMethod.Exact, result.Method);
        }
    }

    /// <summary>What SciPy's statistic makes of ties and unequal sizes alone, and what the default does.</summary>
    [Fact]
    public void Test_LargeTiedSamplesOfOneDistribution_AreNotFoundToDiffer()
    {
        double[] reference = TiedSamples.Uniform(20_000, 1, kinds: 6),
            current = TiedSamples.Uniform(10_000, 2, kinds: 6);

        var byMidranks = CramerVonMises.Test(reference, current, Asymptotic);
        var byDefault = CramerVonMises.Test(reference, current);

        Assert.True(byMidranks.PValue < 1e-10);
        Assert.InRange(byDefault.PValue, 0.05, 1);
        Assert.Equal(CramerVonMisesMethod.AsymptoticGivenTies, byDefault.Method);
        Relative.Equal(Naive(reference, current), byDefault.SquaredDifference, 1e-9);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(0)]
    public void Test_GivenTies_IsNearThePermutations(int kinds)
    {
        double[] reference = TiedSamples.Uniform(600, 1, kinds),
            current = [.. TiedSamples.Uniform(300, 2, kinds).Select((u, i) => i % 12 == 0 ? u + 1 : u)];

        var limit = CramerVonMises.Test(
            reference,
            current,
            new() { Method = CramerVonMisesMethod.AsymptoticGivenTies }
        );
        var permuted = CramerVonMises.Test(
            reference,
            current,
            new()
            {
                Method = CramerVonMisesMethod.Permutation,
                Permutation = new() { Replicates = 2_000, Seed = 5 },
            }
        );

        Assert.Equal(2_000, permuted.Permutation!.ReplicateCount);
        Assert.InRange(
            limit.PValue,
            permuted.PValue - 0.005 - (4 * permuted.Permutation.StandardError),
            permuted.PValue + 0.005 + (4 * permuted.Permutation.StandardError)
        );
    }

    [Theory]
    [InlineData(20, 20, 0, CramerVonMisesMethod.Auto, CramerVonMisesMethod.Exact)]
    [InlineData(300, 299, 0, CramerVonMisesMethod.Auto, CramerVonMisesMethod.Asymptotic)]
    [InlineData(300, 299, 4, CramerVonMisesMethod.Auto, CramerVonMisesMethod.Permutation)]
    [InlineData(900, 800, 4, CramerVonMisesMethod.Auto, CramerVonMisesMethod.AsymptoticGivenTies)]
    [InlineData(2_000, 1_999, 0, CramerVonMisesMethod.Exact, CramerVonMisesMethod.Asymptotic)]
    [InlineData(2_000, 1_999, 4, CramerVonMisesMethod.Exact, CramerVonMisesMethod.Permutation)]
    public void Test_Sizes_SayWhichMethodWasUsed(
        int n,
        int m,
        int kinds,
        CramerVonMisesMethod asked,
        CramerVonMisesMethod used
    )
    {
        var result = CramerVonMises.Test(
            TiedSamples.Uniform(n, 1, kinds),
            TiedSamples.Uniform(m, 2, kinds),
            new()
            {
                Method = asked,
                Permutation = new() { Replicates = 99 },
            }
        );

        Assert.Equal(used, result.Method);
        Assert.InRange(result.PValue, 0.001, 1);
    }

    [Fact]
    public void Test_EqualSamples_IsNothing()
    {
        double[] values = [3, -0.0, double.PositiveInfinity, 0.0, double.NegativeInfinity];

        var result = CramerVonMises.Test(values, values);

        Assert.Equal((0, 1), (result.SquaredDifference, result.PValue));
        Assert.Equal(ResultStatus.Ok, result.Status);
    }

    [Fact]
    public void Test_NoAnswer_HasAStatus()
    {
        var empty = CramerVonMises.Test([1.0], []);
        var single = CramerVonMises.Test([1.0], [2.0, 3], Asymptotic);
        var constant = CramerVonMises.Test(
            [1.0, 1],
            [1.0],
            new() { Method = CramerVonMisesMethod.AsymptoticGivenTies }
        );

        Assert.Equal((ResultStatus.Empty, double.NaN, double.NaN), (empty.Status, empty.Statistic, empty.PValue));
        Assert.Equal((ResultStatus.TooFewRows, double.NaN), (single.Status, single.PValue));
        Assert.Equal((ResultStatus.Constant, double.NaN), (constant.Status, constant.PValue));
        Assert.Equal(1, CramerVonMises.Test([1.0, 1], [1.0]).PValue);
        Assert.Equal(2.0 / 3, CramerVonMises.Test([1.0], [2.0, 3]).PValue, 1e-15);
    }

    [Fact]
    public void Test_OtherForms_AreTheSame()
    {
        var expected = CramerVonMises.Test(TiedSamples.First, TiedSamples.Second);
        var counted = CramerVonMises.Test(
            new CountedValues([1, 2, 3, 5, 8, 13], [1, 2, 1, 1, 1, 1]),
            new CountedValues([2, 3, 4, 9], [1, 1, 2, 1])
        );

        Assert.Equal(expected, CramerVonMises.TestSorted([1, 2, 2, 3, 5, 8, 13], [2, 3, 4, 4, 9]));
        Assert.Equal(expected, CramerVonMises.Test((float[])[3, 1, 2, 13, 2, 5, 8], (float[])[4, 2, 3, 9, 4]));
        Relative.Equal(expected.Statistic, counted.Statistic, 1e-14);
        Assert.Equal(expected with { Statistic = counted.Statistic }, counted);
    }

    /// <summary>No count, product or square outgrows its type.</summary>
    [Fact]
    public void Test_BillionsOfRows_HaveAnAnswer()
    {
        long[] first = [4_000_000_000, 3_000_000_000, 2_000_000_000],
            second = [4_000_100_000, 2_999_900_000, 2_000_000_000];

        var result = CramerVonMises.Test(new CountedValues([1, 2, 3], first), new CountedValues([1, 2, 3], second));

        // h = 1e5 times 9e9 after the first group, and 0 after the others: (8.0001e9 · h²) / (n m N²).
        Relative.Equal(8.0001e9 * 1e10 / (4 * 81e18), result.SquaredDifference, 1e-12);
        Assert.Equal(CramerVonMisesMethod.AsymptoticGivenTies, result.Method);
        Assert.InRange(result.PValue, 0.01, 0.9);
    }

    [Fact]
    public void Test_LargeSamples_AreTheSameAtAnyNumberOfThreads()
    {
        double[] reference = TiedSamples.Uniform(300_000, 1),
            current = TiedSamples.Uniform(200_000, 2);
        var one = CramerVonMises.Test(reference, current, context: new ComputeContext { MaxDegreeOfParallelism = 1 });

        Assert.Equal(one, CramerVonMises.Test(reference, current, context: new() { MaxDegreeOfParallelism = 5 }));
        Relative.Equal(Naive(reference, current), one.SquaredDifference, 1e-9);
    }

    [Fact]
    public void Test_BadArguments_AreNamed()
    {
        var notANumber = Assert.Throws<ArgumentException>(() => CramerVonMises.Test([1.0], [double.NaN]));
        var unsorted = Assert.Throws<ArgumentException>(() => CramerVonMises.TestSorted([2, 1.0], [1]));

        Assert.Equal("current", notANumber.ParamName);
        Assert.Equal("reference", unsorted.ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new CramerVonMisesOptions { Method = (CramerVonMisesMethod)9 }
        );
        Assert.Throws<ArgumentNullException>(() => new CramerVonMisesOptions { Permutation = null! });
    }

    private static double Naive(double[] x, double[] y)
    {
        double[] sortedX = [.. x.Order()],
            sortedY = [.. y.Order()];
        int i = 0,
            j = 0;
        double sum = 0;
        foreach (var group in x.Concat(y).Order().GroupBy(value => value))
        {
            while (i < x.Length && sortedX[i] <= group.Key)
            {
                i++;
            }

            while (j < y.Length && sortedY[j] <= group.Key)
            {
                j++;
            }

            var difference = ((double)i / x.Length) - ((double)j / y.Length);
            sum += group.Count() * difference * difference;
        }

        return sum * x.Length * y.Length / Math.Pow(x.Length + y.Length, 2);
    }
}
