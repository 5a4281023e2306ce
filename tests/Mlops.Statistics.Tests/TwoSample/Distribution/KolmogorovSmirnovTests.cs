using Mlops.Statistics.Compute;
using Mlops.Statistics.Tests.Distributions;
using Mlops.Statistics.Tests.Simulations;
using Mlops.Statistics.TwoSample;
using Mlops.Statistics.TwoSample.Distribution;

namespace Mlops.Statistics.Tests.TwoSample.Distribution;

public sealed class KolmogorovSmirnovTests
{
    private static readonly double[] Tied = [3, 1, 2, 13, 2, 5, 8];
    private static readonly double[] Other = [4, 2, 3, 9, 4];

    /// <summary>SciPy 1.10.1, stats.ks_2samp of samples with ties; "greater" there is that the current data are the larger ones.</summary>
    [Theory]
    [InlineData(TwoSampleAlternative.TwoSided, KolmogorovSmirnovMethod.Exact, 0.98989898989899)]
    [InlineData(TwoSampleAlternative.TwoSided, KolmogorovSmirnovMethod.Asymptotic, 0.988612892776158)]
    [InlineData(TwoSampleAlternative.CurrentGreater, KolmogorovSmirnovMethod.Exact, 0.6300505050505051)]
    [InlineData(TwoSampleAlternative.CurrentGreater, KolmogorovSmirnovMethod.Asymptotic, 0.5941431944138602)]
    [InlineData(TwoSampleAlternative.CurrentLess, KolmogorovSmirnovMethod.Exact, 0.6300505050505051)]
    [InlineData(TwoSampleAlternative.CurrentLess, KolmogorovSmirnovMethod.Asymptotic, 0.59414319441386)]
    public void Test_TiedSamples_AgreesWithReference(
        TwoSampleAlternative alternative,
        KolmogorovSmirnovMethod method,
        double pValue
    )
    {
        var result = KolmogorovSmirnov.Test(Tied, Other, new() { Alternative = alternative, Method = method });

        Assert.Equal(8.0 / 35, result.Statistic);
        Relative.Equal(pValue, result.PValue, 1e-13);
        Assert.Equal(alternative == TwoSampleAlternative.CurrentLess ? 4 : 2, result.Location);
        Assert.Equal(alternative == TwoSampleAlternative.CurrentLess ? -8.0 / 35 : 8.0 / 35, result.Difference);
        Assert.Equal(method, result.Method);
        Assert.Equal((7, 5), (result.ReferenceCount, result.CurrentCount));
        Assert.Equal(ResultStatus.Ok, result.Status);
    }

    /// <summary>SciPy 1.10.1, stats.ks_2samp(method="exact").</summary>
    [Theory]
    [InlineData(10, 10, 3, TwoSampleAlternative.TwoSided, 0.4, 0.41752365281777043)]
    [InlineData(10, 10, 3, TwoSampleAlternative.CurrentGreater, 0.4, 0.2097902097902098)]
    [InlineData(10, 10, 3, TwoSampleAlternative.CurrentLess, 0.0, 1.0)]
    [InlineData(30, 20, 8, TwoSampleAlternative.TwoSided, 0.3, 0.20235672077103806)]
    [InlineData(30, 20, 8, TwoSampleAlternative.CurrentGreater, 0.3, 0.10124448867206597)]
    [InlineData(100, 70, 20, TwoSampleAlternative.TwoSided, 0.21142857142857144, 0.04271334730376702)]
    [InlineData(300, 301, 90, TwoSampleAlternative.TwoSided, 0.3041638981173865, 1.0402841464210186e-12)]
    [InlineData(300, 301, 90, TwoSampleAlternative.CurrentGreater, 0.3041638981173865, 5.201420732103066e-13)]
    [InlineData(1000, 1000, 100, TwoSampleAlternative.TwoSided, 0.101, 7.335921717149848e-05)]
    [InlineData(10_000, 9_000, 900, TwoSampleAlternative.TwoSided, 0.09012222222222223, 6.44824755041219e-34)]
    public void Test_EvenlySpacedSamples_ExactPValueAgreesWithReference(
        int n,
        int m,
        double shift,
        TwoSampleAlternative alternative,
        double statistic,
        double pValue
    )
    {
        var reference = Enumerable.Range(0, n).Select(i => (double)i).ToArray();
        var current = Enumerable.Range(0, m).Select(i => (i * ((double)n / m)) + shift + 0.25).ToArray();

        var result = KolmogorovSmirnov.TestSorted(reference, current, new() { Alternative = alternative });

        Relative.Equal(statistic, result.Statistic, 1e-15);
        Relative.Equal(pValue, result.PValue, 1e-10);
        Assert.Equal(KolmogorovSmirnovMethod.Exact, result.Method);
    }

    /// <summary>Every order of n + m values is equally likely: all of them are tried.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 5)]
    [InlineData(4, 4)]
    [InlineData(6, 4)]
    [InlineData(5, 7)]
    public void Test_EveryOrder_ExactPValueIsItsShare(int n, int m)
    {
        foreach (var alternative in Enum.GetValues<TwoSampleAlternative>())
        {
            var results = Enumerable
                .Range(0, 1 << (n + m))
                .Where(mask => int.PopCount(mask) == n)
                .Select(mask =>
                    KolmogorovSmirnov.TestSorted(
                        Positions(mask, n + m),
                        Positions(~mask, n + m),
                        new() { Alternative = alternative }
                    )
                )
                .ToArray();
            foreach (var result in results)
            {
                var share =
                    results.Count(other => other.Statistic >= result.Statistic - 1e-12) / (double)results.Length;
                Assert.Equal(share, result.PValue, 1e-14);
            }
        }
    }

    [Theory]
    [InlineData(KolmogorovSmirnovMethod.Exact)]
    [InlineData(KolmogorovSmirnovMethod.Asymptotic)]
    public void Test_EqualSamples_IsNothing(KolmogorovSmirnovMethod method)
    {
        var result = KolmogorovSmirnov.Test(Tied, Tied, new() { Method = method });

        Assert.Equal(0, result.Statistic);
        Assert.Equal(0, result.Difference);
        Assert.Equal(1, result.PValue);
        Assert.Equal(double.NaN, result.Location);
    }

    [Fact]
    public void Test_DisjointSamples_IsOne()
    {
        var result = KolmogorovSmirnov.Test([1.0, 2, 3, 3], [4.0, 5, double.PositiveInfinity]);

        Assert.Equal(1, result.Statistic);
        Assert.Equal(3, result.Location);

        // Two of the C(7,3) orders are as extreme.
        Assert.Equal(2.0 / 35, result.PValue, 1e-15);
    }

    [Fact]
    public void Test_NegativeZeroAndInfinities_AreValues()
    {
        var zeros = KolmogorovSmirnov.Test([-0.0, 0.0, double.NegativeInfinity], [0.0, -0.0, double.NegativeInfinity]);
        var infinite = KolmogorovSmirnov.Test([double.NegativeInfinity, 1], [double.PositiveInfinity, 1]);

        Assert.Equal(0, zeros.Statistic);
        Assert.Equal(0.5, infinite.Statistic);
        Assert.Equal(double.NegativeInfinity, infinite.Location);
    }

    [Fact]
    public void Test_EmptySide_HasAStatus()
    {
        var result = KolmogorovSmirnov.Test([1.0, 2], []);

        Assert.Equal(ResultStatus.Empty, result.Status);
        Assert.Equal((2, 0), (result.ReferenceCount, result.CurrentCount));
        Assert.Equal((double.NaN, double.NaN, double.NaN), (result.Statistic, result.PValue, result.Location));
    }

    [Fact]
    public void Test_OneValueASide_HasNoAsymptoticPValue()
    {
        var result = KolmogorovSmirnov.Test([1.0], [2.0], new() { Method = KolmogorovSmirnovMethod.Asymptotic });

        Assert.Equal(ResultStatus.TooFewRows, result.Status);
        Assert.Equal(1, result.Statistic);
        Assert.Equal(double.NaN, result.PValue);
        Assert.Equal(1, KolmogorovSmirnov.Test([1.0], [2.0]).PValue);
    }

    [Theory]
    [InlineData(10_001, 10, KolmogorovSmirnovMethod.Auto, KolmogorovSmirnovMethod.Asymptotic)]
    [InlineData(10_000, 10, KolmogorovSmirnovMethod.Auto, KolmogorovSmirnovMethod.Exact)]
    [InlineData(100_000, 100_000, KolmogorovSmirnovMethod.Exact, KolmogorovSmirnovMethod.Exact)]
    [InlineData(70_000, 69_999, KolmogorovSmirnovMethod.Exact, KolmogorovSmirnovMethod.Asymptotic)]
    [InlineData(20_001, 10_000, KolmogorovSmirnovMethod.Exact, KolmogorovSmirnovMethod.Exact)]
    public void Test_LargeSamples_SayWhichMethodWasUsed(
        int n,
        int m,
        KolmogorovSmirnovMethod asked,
        KolmogorovSmirnovMethod used
    )
    {
        double[] reference = Uniform(n, 1),
            current = Uniform(m, 2);

        var result = KolmogorovSmirnov.Test(reference, current, new() { Method = asked });
        var asymptotic = KolmogorovSmirnov.Test(
            reference,
            current,
            new() { Method = KolmogorovSmirnovMethod.Asymptotic }
        );

        Assert.Equal(used, result.Method);
        Assert.Equal(asymptotic.Statistic, result.Statistic);
        Relative.Equal(asymptotic.PValue, result.PValue, m < 100 ? 0.1 : 0.01);
    }

    [Fact]
    public void Test_LargeSamples_AreTheSameAtAnyNumberOfThreads()
    {
        double[] reference = Uniform(300_000, 1),
            current = [.. Uniform(200_000, 2).Select(u => u * 1.01)];
        var one = KolmogorovSmirnov.Test(reference, current, context: new() { MaxDegreeOfParallelism = 1 });
        var many = KolmogorovSmirnov.Test(reference, current, context: new() { MaxDegreeOfParallelism = 5 });

        Assert.Equal(one, many);
        Assert.Equal(Naive(reference, current), one.Statistic);
    }

    [Fact]
    public void Test_Cancelled_Stops() =>
        Assert.ThrowsAny<OperationCanceledException>(() =>
            KolmogorovSmirnov.Test(
                Uniform(100_000, 1),
                Uniform(100_000, 2),
                context: new ComputeContext { CancellationToken = new CancellationToken(canceled: true) }
            )
        );

    [Fact]
    public void Test_BadArguments_AreNamed()
    {
        var notANumber = Assert.Throws<ArgumentException>(() => KolmogorovSmirnov.Test([1.0], [1.0, double.NaN]));
        var single = Assert.Throws<ArgumentException>(() => KolmogorovSmirnov.Test([float.NaN], [1f]));
        var unsorted = Assert.Throws<ArgumentException>(() => KolmogorovSmirnov.TestSorted([1.0, 3, 2], [1.0]));

        Assert.Equal("current", notANumber.ParamName);
        Assert.Contains("position 1", notANumber.Message, StringComparison.Ordinal);
        Assert.Equal("reference", single.ParamName);
        Assert.Equal("reference", unsorted.ParamName);
        Assert.Contains("2 at position 2, after 3", unsorted.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new KolmogorovSmirnovOptions { Alternative = (TwoSampleAlternative)3 }
        );
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new KolmogorovSmirnovOptions { Method = (KolmogorovSmirnovMethod)(-1) }
        );
    }

    private static double[] Positions(int mask, int count) =>
        [.. Enumerable.Range(0, count).Where(i => (mask & (1 << i)) != 0).Select(i => (double)i)];

    private static double[] Uniform(int count, ulong seed)
    {
        var random = new Xoshiro256(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextUniform())];
    }

    private static double Naive(double[] x, double[] y)
    {
        double[] sortedX = [.. x.Order()],
            sortedY = [.. y.Order()];
        long highest = 0;
        int i = 0,
            j = 0;
        foreach (var value in x.Concat(y).Distinct().Order())
        {
            while (i < x.Length && sortedX[i] <= value)
            {
                i++;
            }

            while (j < y.Length && sortedY[j] <= value)
            {
                j++;
            }

            highest = Math.Max(highest, Math.Abs(((long)i * y.Length) - ((long)j * x.Length)));
        }

        return highest / ((double)x.Length * y.Length);
    }
}
