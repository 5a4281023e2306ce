using Mlops.Statistics.Compute;
using Mlops.Statistics.Tests.Distributions;
using Mlops.Statistics.TwoSample;
using Mlops.Statistics.TwoSample.Distribution;

namespace Mlops.Statistics.Tests.TwoSample.Distribution;

public sealed class KuiperTests
{
    private static readonly KuiperOptions Asymptotic = new() { Method = KuiperMethod.Asymptotic };

    /// <summary>NumPy, by the definition of the conformance protocol.</summary>
    [Theory]
    [InlineData(20, 17, 0.25, 0.16176470588235303, 0.9999964956944674)]
    [InlineData(200, 150, -20.75, 0.135, 0.4272853452556123)]
    public void Test_EvenlySpacedSamples_AgreesWithReference(
        int n,
        int m,
        double shift,
        double statistic,
        double pValue
    )
    {
        var reference = Enumerable.Range(0, n).Select(i => (double)i).ToArray();
        var current = Enumerable.Range(0, m).Select(i => (i * 1.3) + shift).ToArray();

        var result = Kuiper.Test(reference, current, Asymptotic);

        Relative.Equal(statistic, result.Statistic, 1e-14);
        Relative.Equal(pValue, result.PValue, 1e-12);
        Assert.Equal(KuiperMethod.Asymptotic, result.Method);
        Assert.Null(result.Permutation);
    }

    [Fact]
    public void Test_TiedSamples_HasBothDifferences()
    {
        var result = Kuiper.Test(TiedSamples.First, TiedSamples.Second, Asymptotic);

        Assert.Equal(16.0 / 35, result.Statistic, 1e-15);
        Relative.Equal(0.9103182612266605, result.PValue, 1e-12);
        Assert.Equal((8.0 / 35, 8.0 / 35), (result.CurrentGreaterDifference, result.CurrentLessDifference));
        Assert.Equal((2, 4), (result.CurrentGreaterLocation, result.CurrentLessLocation));
        Assert.Equal((7, 5), (result.ReferenceCount, result.CurrentCount));
    }

    /// <summary>The leading term of the series, 2 (4 λ² - 1) e^(-2 λ²), is all of it where λ is large.</summary>
    [Fact]
    public void Test_DisjointSamples_KeepsTheDigitsOfASmallPValue()
    {
        var result = Kuiper.Test(TiedSamples.Uniform(200, 1), [.. TiedSamples.Uniform(150, 2).Select(u => u + 10)]);

        var root = Math.Sqrt(200.0 * 150 / 350);
        var square = Math.Pow(root + 0.155 + (0.24 / root), 2);
        Assert.Equal(1, result.Statistic);
        Relative.Equal(2 * ((4 * square) - 1) * Math.Exp(-2 * square), result.PValue, 1e-12);
    }

    /// <summary>A circle may be cut anywhere.</summary>
    [Fact]
    public void Test_TurnedCircle_HasTheSameStatistic()
    {
        double[] reference = TiedSamples.Uniform(150, 3),
            current = [.. TiedSamples.Uniform(120, 4).Select(u => u * u)];
        var expected = Kuiper.Test(reference, current, Asymptotic);
        foreach (var turn in (double[])[0.1, 0.37, 0.5, 0.93])
        {
            var turned = Kuiper.Test(Turn(reference, turn), Turn(current, turn), Asymptotic);

            Assert.Equal(expected.Statistic, turned.Statistic, 1e-14);
        }
    }

    [Theory]
    [InlineData(new double[] { 1, 1, 2, 2, 3 }, new double[] { 2, 4, 4, 5, 5, 6 })]
    [InlineData(new double[] { 1, 2, 3, 5, 6 }, new double[] { 4, 7, 8, 9, 10, 11 })]
    public void Test_SmallSamples_ArePermutedNearTheirShareOfAllSplits(double[] reference, double[] current)
    {
        var statistics = TiedSamples
            .Splits([.. reference.Concat(current)], reference.Length)
            .Select(split => Kuiper.Test(split.Reference, split.Current, Asymptotic).Statistic)
            .ToArray();

        var result = Kuiper.Test(
            reference,
            current,
            new()
            {
                Permutation = new() { Replicates = 20_000, Seed = 3 },
            }
        );

        Assert.Equal(KuiperMethod.Permutation, result.Method);
        var share = TiedSamples.Share(statistics, result.Statistic);
        Assert.InRange(
            result.PValue,
            share - (4 * result.Permutation!.StandardError),
            share + (4 * result.Permutation.StandardError)
        );
    }

    [Theory]
    [InlineData(100, 100, 0, KuiperMethod.Auto, KuiperMethod.Permutation)]
    [InlineData(101, 100, 0, KuiperMethod.Auto, KuiperMethod.Asymptotic)]
    [InlineData(996, 5, 0, KuiperMethod.Auto, KuiperMethod.Asymptotic)]
    [InlineData(500, 500, 7, KuiperMethod.Auto, KuiperMethod.Permutation)]
    [InlineData(600, 500, 7, KuiperMethod.Auto, KuiperMethod.Asymptotic)]
    [InlineData(600, 500, 7, KuiperMethod.Permutation, KuiperMethod.Permutation)]
    [InlineData(20, 20, 7, KuiperMethod.Asymptotic, KuiperMethod.Asymptotic)]
    public void Test_Sizes_SayWhichMethodWasUsed(int n, int m, int kinds, KuiperMethod asked, KuiperMethod used) =>
        Assert.Equal(
            used,
            Kuiper
                .Test(
                    TiedSamples.Uniform(n, 1, kinds),
                    TiedSamples.Uniform(m, 2, kinds),
                    new()
                    {
                        Method = asked,
                        Permutation = new() { Replicates = 19 },
                    }
                )
                .Method
        );

    [Fact]
    public void Test_EqualSamples_IsNothing()
    {
        var result = Kuiper.Test([2, -0.0, double.PositiveInfinity], [0.0, double.PositiveInfinity, 2]);

        Assert.Equal((0, 1), (result.Statistic, result.PValue));
        Assert.Equal((double.NaN, double.NaN), (result.CurrentGreaterLocation, result.CurrentLessLocation));
    }

    [Fact]
    public void Test_EmptySide_HasAStatus()
    {
        var result = Kuiper.Test([], [1.0]);

        Assert.Equal(ResultStatus.Empty, result.Status);
        Assert.Equal((double.NaN, double.NaN), (result.Statistic, result.PValue));
        Assert.Equal(ResultStatus.Ok, Kuiper.Test([1.0], [1.0]).Status);
    }

    [Fact]
    public void Test_OtherForms_AreTheSame()
    {
        var expected = Kuiper.Test(TiedSamples.First, TiedSamples.Second);

        Assert.Equal(expected, Kuiper.TestSorted([1, 2, 2, 3, 5, 8, 13], [2, 3, 4, 4, 9]));
        Assert.Equal(expected, Kuiper.Test((float[])[3, 1, 2, 13, 2, 5, 8], (float[])[4, 2, 3, 9, 4]));
        Assert.Equal(
            expected,
            Kuiper.Test(
                new CountedValues([1, 2, 3, 5, 8, 13], [1, 2, 1, 1, 1, 1]),
                new CountedValues([2, 3, 4, 9], [1, 1, 2, 1])
            )
        );
    }

    [Fact]
    public void Test_LargeSamples_AreTheSameAtAnyNumberOfThreads()
    {
        double[] reference = TiedSamples.Uniform(300_000, 1),
            current = TiedSamples.Uniform(200_000, 2);

        var one = Kuiper.Test(reference, current, context: new ComputeContext { MaxDegreeOfParallelism = 1 });

        Assert.Equal(one, Kuiper.Test(reference, current, context: new() { MaxDegreeOfParallelism = 5 }));
        var above = KolmogorovSmirnov.Test(
            reference,
            current,
            new() { Alternative = TwoSampleAlternative.CurrentGreater }
        );
        Assert.Equal((above.Statistic, above.Location), (one.CurrentGreaterDifference, one.CurrentGreaterLocation));
    }

    [Fact]
    public void Test_BadArguments_AreNamed()
    {
        Assert.Equal("current", Assert.Throws<ArgumentException>(() => Kuiper.Test([1.0], [double.NaN])).ParamName);
        Assert.Equal("reference", Assert.Throws<ArgumentException>(() => Kuiper.TestSorted([2, 1.0], [1])).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => new KuiperOptions { Method = (KuiperMethod)9 });
        Assert.Throws<ArgumentNullException>(() => new KuiperOptions { Permutation = null! });
    }

    private static double[] Turn(double[] values, double by) => [.. values.Select(value => (value + by) % 1)];
}
