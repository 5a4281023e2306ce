using Mlops.Statistics.Distributions;
using Mlops.Statistics.Randomness;

namespace Mlops.Statistics.Tests.Randomness;

public sealed class BinomialDrawTests
{
    /// <summary>Pearson's statistic against the binomial probabilities, for inversion (mean below 10), rejection, and their mirrored forms.</summary>
    [Theory]
    [InlineData(20, 0.1)]
    [InlineData(20, 0.95)]
    [InlineData(25, 0.41)]
    [InlineData(60, 0.3)]
    [InlineData(1000, 0.02)]
    [InlineData(400, 0.7)]
    public void Of_ManyDraws_HaveItsProbabilities(int trials, double probability)
    {
        const int draws = 40_000;
        var observed = new double[trials + 1];
        var random = new Philox(1, (ulong)trials);
        for (var i = 0; i < draws; i++)
        {
            observed[BinomialDraw.Of(trials, probability, random)]++;
        }

        double statistic = 0,
            restObserved = 0,
            restExpected = 0,
            log = trials * Math.Log(1 - probability);
        var cells = 0;
        for (var k = 0; k <= trials; k++)
        {
            var expected = draws * Math.Exp(log);
            log += Math.Log((trials - k) / (k + 1.0) * probability / (1 - probability));
            restObserved += observed[k];
            restExpected += expected;
            if (restExpected >= 5)
            {
                statistic += (restObserved - restExpected) * (restObserved - restExpected) / restExpected;
                (restObserved, restExpected) = (0, 0);
                cells++;
            }
        }

        Assert.InRange(ChiSquare.Survival(statistic, cells - 1), 1e-4, 1);
    }

    [Fact]
    public void Multinomial_Cells_HaveAllRowsAndTheirMeans()
    {
        long[] counts = [0, 3, 50_000, 0, 40, 7, 0],
            draw = new long[counts.Length];
        var means = new double[counts.Length];
        for (var r = 0; r < 2_000; r++)
        {
            BinomialDraw.Multinomial(counts, counts.Sum(), draw, new Philox(2, (ulong)r));
            Assert.Equal(counts.Sum(), draw.Sum());
            for (var c = 0; c < means.Length; c++)
            {
                means[c] += draw[c] / 2_000.0;
            }
        }

        for (var c = 0; c < means.Length; c++)
        {
            Assert.Equal(counts[c], means[c], 5 * Math.Sqrt(50 / 2_000.0));
        }
    }
}
