using Mlops.Statistics.Permutation;
using Mlops.Statistics.Tests.Distributions;
using Mlops.Statistics.TwoSample;
using Mlops.Statistics.TwoSample.Distribution;

namespace Mlops.Statistics.Tests.TwoSample.Distribution;

public sealed class KolmogorovSmirnovConditionalTests
{
    /// <summary>Every way to split the pooled values is equally likely: all of them are tried.</summary>
    [Theory]
    [InlineData(5, new double[] { 1, 1, 2, 2, 2, 3, 4, 4, 5 })]
    [InlineData(3, new double[] { 0, 0, 0, 0, 0, 0, 1, 1 })]
    [InlineData(4, new double[] { 1, 2, 3, 4, 5, 5, 5, 5, 5, 6, 7 })]
    [InlineData(6, new double[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 })]
    public void Test_EverySplitOfTiedValues_PValueIsItsShare(int n, double[] pooled)
    {
        foreach (var alternative in Enum.GetValues<TwoSampleAlternative>())
        {
            var options = Conditional(alternative);
            var results = TiedSamples
                .Splits(pooled, n)
                .Select(split => KolmogorovSmirnov.Test(split.Reference, split.Current, options))
                .ToArray();
            var statistics = results.Select(result => result.Statistic).ToArray();
            foreach (var result in results)
            {
                Assert.Equal(TiedSamples.Share(statistics, result.Statistic), result.PValue, 1e-13);
                Assert.Equal(KolmogorovSmirnovMethod.Conditional, result.Method);
            }
        }
    }

    [Theory]
    [InlineData(200, 170)]
    [InlineData(300, 300)]
    [InlineData(7, 1_000)]
    public void Test_NoTies_IsTheExactTest(int n, int m)
    {
        double[] reference = TiedSamples.Uniform(n, 1),
            current = [.. TiedSamples.Uniform(m, 2).Select(value => value * 0.9)];
        foreach (var alternative in Enum.GetValues<TwoSampleAlternative>())
        {
            var exact = KolmogorovSmirnov.Test(
                reference,
                current,
                new() { Alternative = alternative, Method = KolmogorovSmirnovMethod.Exact }
            );
            var conditional = KolmogorovSmirnov.Test(reference, current, Conditional(alternative));

            Relative.Equal(exact.PValue, conditional.PValue, 1e-11);
            Assert.Equal((exact.Statistic, exact.Location), (conditional.Statistic, conditional.Location));
        }
    }

    [Fact]
    public void Test_ManyTies_IsSmallerThanTheExactTestAndNearItsPermutations()
    {
        double[] reference = TiedSamples.Uniform(900, 3, kinds: 6),
            current = [.. TiedSamples.Uniform(800, 4, kinds: 6).Select((value, i) => i % 11 == 0 ? value + 1 : value)];
        var permutation = new PermutationOptions { Replicates = 1_500, Seed = 7 };
        foreach (var alternative in Enum.GetValues<TwoSampleAlternative>())
        {
            var exact = KolmogorovSmirnov.Test(reference, current, new() { Alternative = alternative });
            var conditional = KolmogorovSmirnov.Test(reference, current, Conditional(alternative));
            var permuted = KolmogorovSmirnov.Test(
                reference,
                current,
                new()
                {
                    Alternative = alternative,
                    Method = KolmogorovSmirnovMethod.Permutation,
                    Permutation = permutation,
                }
            );

            Assert.True(conditional.PValue <= exact.PValue);
            Assert.InRange(
                permuted.PValue,
                conditional.PValue - (4 * permuted.Permutation!.StandardError),
                conditional.PValue + (4 * permuted.Permutation.StandardError)
            );
            Assert.Equal(1_500, permuted.Permutation.ReplicateCount);
            Assert.Equal(KolmogorovSmirnovMethod.Permutation, permuted.Method);
            Assert.Null(conditional.Permutation);
        }
    }

    [Fact]
    public void Test_CountedValues_AreTheRowsWrittenOut()
    {
        foreach (
            var method in (KolmogorovSmirnovMethod[])
                [KolmogorovSmirnovMethod.Conditional, KolmogorovSmirnovMethod.Permutation]
        )
        {
            var options = new KolmogorovSmirnovOptions { Method = method };
            var counted = KolmogorovSmirnov.Test(
                new CountedValues([1, 2, 2.5, 3], [2, 3, 0, 1]),
                new CountedValues([0, 2, 3, 4], [0, 1, 2, 4]),
                options
            );

            Assert.Equal(KolmogorovSmirnov.Test([1.0, 1, 2, 2, 2, 3], [2.0, 3, 3, 4, 4, 4, 4], options), counted);
        }
    }

    [Theory]
    [InlineData(KolmogorovSmirnovMethod.Conditional)]
    [InlineData(KolmogorovSmirnovMethod.Permutation)]
    public void Test_ConstantSamples_AreEqualOrEmpty(KolmogorovSmirnovMethod method)
    {
        var options = new KolmogorovSmirnovOptions { Method = method };
        var equal = KolmogorovSmirnov.Test([2.0, 2, -0.0, 0.0], [2.0, 0], options);
        var empty = KolmogorovSmirnov.Test([], [2.0, 0], options);

        Assert.Equal((0, 1), (equal.Statistic, equal.PValue));
        Assert.Equal((ResultStatus.Empty, double.NaN), (empty.Status, empty.PValue));
    }

    [Fact]
    public void Test_TooLargeForPaths_IsPermuted()
    {
        double[] reference = TiedSamples.Uniform(70_000, 1, kinds: 5),
            current = TiedSamples.Uniform(70_000, 2, kinds: 5);

        var result = KolmogorovSmirnov.Test(
            reference,
            current,
            new()
            {
                Method = KolmogorovSmirnovMethod.Conditional,
                Permutation = new() { Replicates = 19 },
            }
        );

        Assert.Equal(KolmogorovSmirnovMethod.Permutation, result.Method);
        Assert.Equal(19, result.Permutation!.ReplicateCount);
        Assert.Throws<ArgumentNullException>(() => new KolmogorovSmirnovOptions { Permutation = null! });
    }

    private static KolmogorovSmirnovOptions Conditional(TwoSampleAlternative alternative) =>
        new() { Alternative = alternative, Method = KolmogorovSmirnovMethod.Conditional };
}
