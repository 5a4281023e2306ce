using FsCheck.Fluent;
using Mlops.Statistics.Ranking;
using Mlops.Statistics.Tests.Distributions;
using Mlops.Statistics.Tests.Laws;

namespace Mlops.Statistics.Tests.Ranking;

public sealed class DiscountedGainTests
{
    private static readonly double[] Gains = [3, 2, 0, 1, 2.5, 0];
    private static readonly double[] Scores = [0.4, 0.9, 0.4, 0.1, 0.4, 0.2];

    /// <summary>scikit-learn 1.2.1, metrics.dcg_score and metrics.ndcg_score, whose ties are averaged.</summary>
    [Theory]
    [InlineData(null, 5.219152091790249, 0.8687002785407485)]
    [InlineData(1, 2.0, 0.6666666666666666)]
    [InlineData(2, 3.1567045482143388, 0.6896396854236032)]
    [InlineData(3, 4.073371214881005, 0.7303450426191168)]
    public void Of_TiedScores_AgreesWithReference(int? cutoff, double gain, double normalized)
    {
        var result = DiscountedGain.Of(Gains, Scores, cutoff);

        Relative.Equal(gain, result.Gain, 1e-14);
        Relative.Equal(normalized, result.Normalized, 1e-14);
        Assert.Equal(ResultStatus.Ok, result.Status);
    }

    [Fact]
    public void Of_Laws_Hold() =>
        Law.Holds(
            Gen.Choose(0, 5).Zip(Gen.Choose(0, 5)).ArrayOf().Where(items => items.Length > 0),
            items =>
            {
                double[] gains = [.. items.Select(item => (double)item.Item1)],
                    scores = [.. items.Select(item => (double)item.Item2)];

                var result = DiscountedGain.Of(gains, scores);
                var reordered = DiscountedGain.Of([.. gains.Reverse()], [.. scores.Reverse()]);
                var rescaled = DiscountedGain.Of([.. gains.Select(g => 3 * g)], [.. scores.Select(s => Math.Exp(s))]);

                Assert.Equal(gains.All(g => g == 0), result.Status == ResultStatus.Undefined);
                Assert.Equal(result.Normalized, reordered.Normalized, 1e-12);
                Assert.Equal(result.Normalized, rescaled.Normalized, 1e-12);
                Assert.Equal(result.IdealGain, DiscountedGain.Of(gains, gains).Gain, 1e-12);
                if (result.Status == ResultStatus.Ok)
                {
                    Assert.InRange(result.Normalized, 0, 1);
                }
            }
        );

    [Fact]
    public void Of_NothingToRank_HasAStatus()
    {
        Assert.Equal(ResultStatus.Empty, DiscountedGain.Of([], []).Status);
        Assert.Equal(double.NaN, DiscountedGain.Of([], []).Gain);
        Assert.Equal(ResultStatus.Undefined, DiscountedGain.Of([0, 0], [1, 2]).Status);
        Assert.Equal(0, DiscountedGain.Of([0, 0], [1, 2]).Gain);
        Assert.Equal(1, DiscountedGain.Of([5], [-3]).Normalized);
    }

    [Fact]
    public void Of_WrongArguments_AreNamed()
    {
        Assert.Throws<ArgumentException>("gains", () => DiscountedGain.Of([-1], [1]));
        Assert.Throws<ArgumentException>("gains", () => DiscountedGain.Of([double.PositiveInfinity], [1]));
        Assert.Throws<ArgumentException>("scores", () => DiscountedGain.Of([1], [double.NaN]));
        Assert.Throws<ArgumentException>("scores", () => DiscountedGain.Of([1, 2], [1]));
        Assert.Throws<ArgumentOutOfRangeException>("cutoff", () => DiscountedGain.Of([1], [1], 0));
    }
}
