using Mlops.Statistics.Intervals;
using Mlops.Statistics.Tests.Distributions;

namespace Mlops.Statistics.Tests.Intervals;

public sealed class ClopperPearsonTests
{
    /// <summary>statsmodels 0.13.5, proportion_confint(method="beta"), and where it differs in the last digits 50-digit arithmetic.</summary>
    [Theory]
    [InlineData(0, 12, 0.95, 0.0, 0.26464846939705117)]
    [InlineData(3, 12, 0.95, 0.05486064452799274, 0.5718584618781891)]
    [InlineData(12, 12, 0.95, 0.7353515306029488, 1.0)]
    [InlineData(240, 991, 0.95, 0.21580088221457064, 0.270099475150662)]
    [InlineData(4, 100000, 0.9, 1.3663295575746187e-05, 9.153283164463467e-05)]
    public void Interval_ReferenceValues_Agree(long successes, long trials, double level, double lower, double upper)
    {
        var interval = ClopperPearson.Interval(successes, trials, level);

        Relative.Equal(lower, interval.Lower, 2e-15);
        Relative.Equal(upper, interval.Upper, 2e-15);
        Assert.Equal(level, interval.Level);
    }

    [Theory]
    [InlineData(7, 0.9)]
    [InlineData(40, 0.95)]
    [InlineData(40, 0.5)]
    public void Interval_EveryTrueShare_IsCoveredAtTheLevel(int trials, double level)
    {
        var intervals = Enumerable
            .Range(0, trials + 1)
            .Select(k => ClopperPearson.Interval(k, trials, level))
            .ToArray();
        for (var share = 0.001; share < 1; share += 0.0037)
        {
            // The binomial probability of each number of successes, exactly enumerated.
            var probability = Math.Pow(1 - share, trials);
            double covered = 0;
            for (var k = 0; k <= trials; k++)
            {
                covered += intervals[k].Contains(share) ? probability : 0;
                probability *= share / (1 - share) * (trials - k) / (k + 1);
            }

            Assert.True(covered >= level - 1e-12, FormattableString.Invariant($"{covered} at a share of {share}"));
        }
    }

    [Fact]
    public void Interval_MirroredCounts_AreMirrored()
    {
        var few = ClopperPearson.Interval(3, 1000);
        var many = ClopperPearson.Interval(997, 1000);

        Assert.Equal(few.Lower, 1 - many.Upper, 2e-16);
        Assert.Equal(few.Upper, 1 - many.Lower, 2e-16);
    }

    [Fact]
    public void Interval_NoTrials_IsEverything()
    {
        var interval = ClopperPearson.Interval(0, 0);

        Assert.Equal(0, interval.Lower);
        Assert.Equal(1, interval.Upper);
    }

    [Theory]
    [InlineData(-1, 5, 0.9, "successes")]
    [InlineData(6, 5, 0.9, "successes")]
    [InlineData(0, -5, 0.9, "trials")]
    [InlineData(1, 5, 1.0, "confidenceLevel")]
    [InlineData(1, 5, double.NaN, "confidenceLevel")]
    public void Interval_BadArguments_AreNamed(long successes, long trials, double level, string name) =>
        Assert.Equal(
            name,
            Assert
                .Throws<ArgumentOutOfRangeException>(() => ClopperPearson.Interval(successes, trials, level))
                .ParamName
        );
}
