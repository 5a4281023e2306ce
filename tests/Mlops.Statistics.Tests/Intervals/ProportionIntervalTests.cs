using Mlops.Statistics.Intervals;
using Mlops.Statistics.Tests.Distributions;

namespace Mlops.Statistics.Tests.Intervals;

public sealed class ProportionIntervalTests
{
    /// <summary>statsmodels 0.13.5, proportion_confint; limits of 0 and 1 exactly where it rounds.</summary>
    [Theory]
    [InlineData(ProportionIntervalMethod.Wilson, 0, 12, 0.95, 0, 0.24249400665524085)]
    [InlineData(ProportionIntervalMethod.Wilson, 3, 12, 0.9, 0.10465256557048916, 0.4873380318032493)]
    [InlineData(ProportionIntervalMethod.Wilson, 12, 12, 0.95, 0.7575059933447592, 1)]
    [InlineData(ProportionIntervalMethod.Wilson, 240, 991, 0.99, 0.20891542564359383, 0.27887314135521923)]
    [InlineData(ProportionIntervalMethod.Wilson, 1, 1000000, 0.95, 1.7652457674537176e-07, 5.664911804311444e-06)]
    [InlineData(ProportionIntervalMethod.AgrestiCoull, 0, 12, 0.95, 0, 0.2819853218881639)]
    [InlineData(ProportionIntervalMethod.AgrestiCoull, 3, 12, 0.9, 0.10019339782458572, 0.4917971995491529)]
    [InlineData(ProportionIntervalMethod.AgrestiCoull, 12, 12, 0.95, 0.7180146781118362, 1)]
    [InlineData(ProportionIntervalMethod.AgrestiCoull, 240, 991, 0.99, 0.208873703460559, 0.2789148635382541)]
    [InlineData(ProportionIntervalMethod.Jeffreys, 0, 12, 0.95, 4.0075310076598924e-05, 0.18530593831248504)]
    [InlineData(ProportionIntervalMethod.Jeffreys, 3, 12, 0.9, 0.09635547650808837, 0.4837621473970543)]
    [InlineData(ProportionIntervalMethod.Jeffreys, 12, 12, 0.95, 0.8146940616875149, 0.9999599246899235)]
    [InlineData(ProportionIntervalMethod.Jeffreys, 1, 1000000, 0.95, 1.0789766246541877e-07, 4.6741920467298275e-06)]
    [InlineData(ProportionIntervalMethod.NormalApproximation, 0, 12, 0.95, 0, 0)]
    [InlineData(ProportionIntervalMethod.NormalApproximation, 3, 12, 0.9, 0.04439329663106589, 0.4556067033689341)]
    [InlineData(ProportionIntervalMethod.NormalApproximation, 12, 12, 0.95, 1, 1)]
    [InlineData(ProportionIntervalMethod.NormalApproximation, 240, 991, 0.99, 0.2071260520120696, 0.2772331810858113)]
    [InlineData(ProportionIntervalMethod.NormalApproximation, 1, 1000000, 0.95, 0, 2.9599630045578166e-06)]
    [InlineData(ProportionIntervalMethod.ClopperPearson, 240, 991, 0.95, 0.21580088221457064, 0.270099475150662)]
    public void Of_ReferenceValues_Agree(
        ProportionIntervalMethod method,
        long successes,
        long trials,
        double level,
        double lower,
        double upper
    )
    {
        var interval = ProportionInterval.Of(successes, trials, level, method);

        Relative.Equal(lower, interval.Lower, 1e-11);
        Relative.Equal(upper, interval.Upper, 1e-12);
        Assert.Equal(level, interval.Level);
    }

    /// <summary>The binomial probability that the interval holds the share, exactly enumerated, least and on average over shares.</summary>
    [Theory]
    [InlineData(ProportionIntervalMethod.ClopperPearson, 0.9499999, 0.96, 0.99)]
    [InlineData(ProportionIntervalMethod.Wilson, 0.83, 0.945, 0.96)]
    [InlineData(ProportionIntervalMethod.AgrestiCoull, 0.93, 0.95, 0.97)]
    [InlineData(ProportionIntervalMethod.Jeffreys, 0.85, 0.94, 0.96)]
    [InlineData(ProportionIntervalMethod.NormalApproximation, 0, 0.85, 0.92)]
    public void Of_EveryShare_CoverageIsAsStated(
        ProportionIntervalMethod method,
        double least,
        double lowestMean,
        double highestMean
    )
    {
        const int trials = 40;
        const int steps = 2000;
        var intervals = Enumerable
            .Range(0, trials + 1)
            .Select(k => ProportionInterval.Of(k, trials, 0.95, method))
            .ToArray();
        double sum = 0,
            lowest = 1;
        for (var step = 0; step < steps; step++)
        {
            var share = (step + 0.5) / steps;
            var probability = Math.Pow(1 - share, trials);
            double covered = 0;
            for (var k = 0; k <= trials; k++)
            {
                covered += intervals[k].Contains(share) ? probability : 0;
                probability *= share / (1 - share) * (trials - k) / (k + 1);
            }

            lowest = Math.Min(lowest, covered);
            sum += covered;
        }

        Assert.True(lowest >= least, FormattableString.Invariant($"The least coverage is {lowest}."));
        Assert.InRange(sum / steps, lowestMean, highestMean);
    }

    [Theory]
    [InlineData(ProportionIntervalMethod.Wilson)]
    [InlineData(ProportionIntervalMethod.ClopperPearson)]
    [InlineData(ProportionIntervalMethod.AgrestiCoull)]
    [InlineData(ProportionIntervalMethod.Jeffreys)]
    [InlineData(ProportionIntervalMethod.NormalApproximation)]
    public void Of_AnyCounts_HoldsTheShareAndMirrors(ProportionIntervalMethod method)
    {
        for (var k = 0; k <= 25; k++)
        {
            var interval = ProportionInterval.Of(k, 25, 0.9, method);
            var mirrored = ProportionInterval.Of(25 - k, 25, 0.9, method);

            Assert.True(0 <= interval.Lower && interval.Lower <= interval.Upper && interval.Upper <= 1);
            Assert.True(method == ProportionIntervalMethod.Jeffreys || interval.Contains(k / 25.0));
            Assert.Equal(interval.Lower, 1 - mirrored.Upper, 1e-15);
        }

        var nothing = ProportionInterval.Of(0, 0, 0.9, method);
        Assert.Equal((0.0, 1.0), (nothing.Lower, nothing.Upper));
    }

    [Theory]
    [InlineData(-1, 5, 0.9, "successes")]
    [InlineData(6, 5, 0.9, "successes")]
    [InlineData(0, -5, 0.9, "trials")]
    [InlineData(1, 5, 1.0, "confidenceLevel")]
    [InlineData(1, 5, double.NaN, "confidenceLevel")]
    public void Of_BadArguments_AreNamed(long successes, long trials, double level, string name) =>
        Assert.Equal(
            name,
            Assert.Throws<ArgumentOutOfRangeException>(() => ProportionInterval.Of(successes, trials, level)).ParamName
        );

    [Fact]
    public void Of_UnknownMethod_IsNamed() =>
        Assert.Equal(
            "method",
            Assert
                .Throws<ArgumentOutOfRangeException>(() =>
                    ProportionInterval.Of(1, 2, 0.9, (ProportionIntervalMethod)9)
                )
                .ParamName
        );
}
