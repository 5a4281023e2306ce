using FsCheck;
using FsCheck.Fluent;
using Mlops.Statistics.Permutation;
using Mlops.Statistics.Tests.Laws;
using Mlops.Statistics.TwoSample.Distribution;

namespace Mlops.Statistics.Tests.TwoSample;

public sealed class DistributionTestLaws
{
    private static readonly KolmogorovSmirnovOptions Conditional = new()
    {
        Method = KolmogorovSmirnovMethod.Conditional,
    };

    private static readonly AndersonDarlingOptions Asymptotic = new() { Method = AndersonDarlingMethod.Asymptotic };

    private static readonly CramerVonMisesOptions Permuted = new()
    {
        Method = CramerVonMisesMethod.Permutation,
        Permutation = new() { Replicates = 19 },
    };

    private static readonly PermutationOptions Few = new() { Replicates = 19 };
    private static readonly KuiperOptions FewTurns = new() { Permutation = Few };
    private static readonly KuiperOptions KuiperLimit = new() { Method = KuiperMethod.Asymptotic };
    private static readonly CramerVonMisesOptions FewSquares = new() { Permutation = Few };
    private static readonly AndersonDarlingOptions FewWeights = new() { Permutation = Few };

    private static Gen<(double[] X, double[] Y)> Samples { get; } =
        Numbers.Ordered.NonEmptyListOf().Two().Select(pair => (pair.Item1.ToArray(), pair.Item2.ToArray()));

    [Fact]
    public void PValues_AnySamples_AreProbabilities() =>
        Law.Holds(
            Samples,
            pair =>
            {
                var conditional = KolmogorovSmirnov.Test(pair.X, pair.Y, Conditional);
                var kuiper = Kuiper.Test(pair.X, pair.Y, FewTurns);
                var cramer = CramerVonMises.Test(pair.X, pair.Y, Permuted);
                var anderson = AndersonDarling.Test(pair.X, pair.Y, Asymptotic);

                Assert.InRange(conditional.PValue, 0, 1);
                Assert.InRange(kuiper.PValue, 0, 1);
                Assert.InRange(cramer.PValue, 0, 1);
                Assert.True(double.IsNaN(anderson.PValue) == (anderson.Status != ResultStatus.Ok));
                Assert.True(double.IsNaN(anderson.PValue) || anderson.PValue is >= 0 and <= 1);
                Assert.InRange(kuiper.Statistic, conditional.Statistic, 1);
                Assert.True(cramer.Statistic >= -1e-12 && cramer.SquaredDifference >= 0);
            }
        );

    [Fact]
    public void Statistics_Swapped_AreTheSame() =>
        Law.Holds(
            Samples,
            pair =>
            {
                Assert.Equal(
                    KolmogorovSmirnov.Test(pair.X, pair.Y, Conditional).PValue,
                    KolmogorovSmirnov.Test(pair.Y, pair.X, Conditional).PValue,
                    1e-12
                );
                Assert.Equal(
                    Kuiper.Test(pair.X, pair.Y, KuiperLimit).Statistic,
                    Kuiper.Test(pair.Y, pair.X, KuiperLimit).Statistic
                );
                var cramer = CramerVonMises.Test(pair.X, pair.Y, FewSquares);
                var backward = CramerVonMises.Test(pair.Y, pair.X, FewSquares);
                Assert.Equal(cramer.Statistic, backward.Statistic, 1e-12);
                Assert.Equal(cramer.SquaredDifference, backward.SquaredDifference, 1e-12);
                Assert.Equal(
                    AndersonDarling.Test(pair.X, pair.Y, Asymptotic).PValue,
                    AndersonDarling.Test(pair.Y, pair.X, Asymptotic).PValue,
                    1e-9
                );
            }
        );

    /// <summary>Only the order counts: places among the pooled values keep it, and its ties.</summary>
    [Fact]
    public void Statistics_MonotoneChange_AreTheSame() =>
        Law.Holds(
            Samples,
            pair =>
            {
                double[] x = Ranks(pair.X, pair),
                    y = Ranks(pair.Y, pair);

                Assert.Equal(Kuiper.Test(pair.X, pair.Y, FewTurns).PValue, Kuiper.Test(x, y, FewTurns).PValue);
                Assert.Equal(CramerVonMises.Test(pair.X, pair.Y, FewSquares), CramerVonMises.Test(x, y, FewSquares));
                Assert.Equal(AndersonDarling.Test(pair.X, pair.Y, FewWeights), AndersonDarling.Test(x, y, FewWeights));
            }
        );

    [Fact]
    public void ConditionalPValue_UnderTies_IsAtMostTheExactOne() =>
        Law.Holds(
            Samples,
            pair =>
                Assert.True(
                    KolmogorovSmirnov.Test(pair.X, pair.Y, Conditional).PValue
                        <= KolmogorovSmirnov.Test(pair.X, pair.Y).PValue + 1e-12
                )
        );

    private static double[] Ranks(double[] sample, (double[] X, double[] Y) pair)
    {
        double[] pooled = [.. pair.X.Concat(pair.Y).Select(value => value + 0.0).Distinct().Order()];
        return [.. sample.Select(value => Array.BinarySearch(pooled, value + 0.0) * 3.0)];
    }
}
