using Mlops.Statistics.EffectSizes;
using Mlops.Statistics.Tests.Simulations;
using Mlops.Statistics.Tests.TwoSample.Ranks;

namespace Mlops.Statistics.Tests.EffectSizes;

public sealed class ProbabilityOfSuperiorityTests
{
    /// <summary>The pain scores of Brunner and Munzel (2000): 0.788961 as R's lawstat prints it; limits by NumPy and SciPy from the formulas written out.</summary>
    [Theory]
    [InlineData(SuperiorityIntervalMethod.Logit, 0.5386865475433087, 0.9228910791835704)]
    [InlineData(SuperiorityIntervalMethod.DeLong, 0.6084481786705477, 0.9694738992515303)]
    [InlineData(SuperiorityIntervalMethod.Newcombe, 0.558382348834462, 0.9112865915938175)]
    public void Measure_PainScores_AgreesWithReference(SuperiorityIntervalMethod method, double lower, double upper)
    {
        var result = ProbabilityOfSuperiority.Measure(RankSamples.Pain, RankSamples.OtherPain, 0.95, method);

        Assert.Equal(0.788961038961039, result.Value, 1e-14);
        Assert.Equal(0.09210009046816864, result.StandardError, 1e-14);
        Assert.Equal(lower, result.Interval.Lower, 1e-11);
        Assert.Equal(upper, result.Interval.Upper, 1e-11);
        Assert.Equal(method, result.Method);
        Assert.Equal((14, 11), (result.ReferenceCount, result.CurrentCount));
    }

    /// <summary>The lower limit by SciPy's brentq.</summary>
    [Theory]
    [InlineData(SuperiorityIntervalMethod.Logit)]
    [InlineData(SuperiorityIntervalMethod.DeLong)]
    public void Measure_SamplesApart_HaveNewcombesInterval(SuperiorityIntervalMethod method)
    {
        var result = ProbabilityOfSuperiority.Measure([1.0, 2, 3, 4], [5.0, 6, double.PositiveInfinity], 0.95, method);

        Assert.Equal((1, 0), (result.Value, result.StandardError));
        Assert.Equal(0.5396916671967271, result.Interval.Lower, 1e-11);
        Assert.Equal(1, result.Interval.Upper);
        Assert.Equal(SuperiorityIntervalMethod.Newcombe, result.Method);
    }

    [Fact]
    public void Measure_DataThatCannotAnswer_HaveAStatus()
    {
        var empty = ProbabilityOfSuperiority.Measure([], [1.0]);
        var single = ProbabilityOfSuperiority.Measure([1.0], [0.0, 1, 2]);
        var constant = ProbabilityOfSuperiority.Measure([1.0, 1], [1.0, 1]);

        Assert.Equal((ResultStatus.Empty, double.NaN), (empty.Status, empty.Value));
        Assert.Equal((ResultStatus.TooFewRows, 0.5), (single.Status, single.Value));
        Assert.Equal(double.NaN, single.Interval.Lower);
        Assert.Equal((ResultStatus.Ok, 0.5), (constant.Status, constant.Value));
        Assert.True(constant.Interval.Lower < 0.2 && constant.Interval.Upper > 0.8);
    }

    /// <summary>Normal samples of 12 and 20; the true value is 0.5 or 0.76.</summary>
    [Theory]
    [InlineData(SuperiorityIntervalMethod.Logit, 0, 0.94, 0.99)]
    [InlineData(SuperiorityIntervalMethod.Logit, 1, 0.94, 0.99)]
    [InlineData(SuperiorityIntervalMethod.Newcombe, 1, 0.93, 0.98)]
    [InlineData(SuperiorityIntervalMethod.DeLong, 1, 0.86, 0.95)]
    public void Measure_NormalSamples_CoversAsStated(
        SuperiorityIntervalMethod method,
        double shift,
        double least,
        double most
    )
    {
        const int replicates = 2_000;
        var truth = Statistics.Distributions.Normal.Cdf(shift / Math.Sqrt(2));
        var random = new Xoshiro256(23);
        var covered = 0;
        for (var replicate = 0; replicate < replicates; replicate++)
        {
            double[] reference = NormalSamples.Draw(12, random),
                current = [.. NormalSamples.Draw(20, random).Select(value => value + shift)];
            covered += ProbabilityOfSuperiority.Measure(reference, current, 0.95, method).Interval.Contains(truth)
                ? 1
                : 0;
        }

        Assert.InRange(covered / (double)replicates, least, most);
    }

    [Fact]
    public void Measure_BadArguments_AreNamed()
    {
        Assert.Equal(
            "current",
            Assert.Throws<ArgumentException>(() => ProbabilityOfSuperiority.Measure([1.0], [double.NaN])).ParamName
        );
        Assert.Equal(
            "confidenceLevel",
            Assert
                .Throws<ArgumentOutOfRangeException>(() => ProbabilityOfSuperiority.MeasureSorted([1.0], [1.0], 1))
                .ParamName
        );
        Assert.Equal(
            "method",
            Assert
                .Throws<ArgumentOutOfRangeException>(() =>
                    ProbabilityOfSuperiority.Measure([1.0], [1.0], 0.9, (SuperiorityIntervalMethod)3)
                )
                .ParamName
        );
    }

    [Fact]
    public void Measure_Example_Compiles()
    {
        double[] reference = [1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 2, 4, 1, 1],
            current = [3, 3, 4, 3, 1, 2, 3, 1, 1, 5, 4];
        var effect = ProbabilityOfSuperiority.Measure(reference, current, confidenceLevel: 0.95);
        var line = $"{effect.Value:F2} {effect.Interval}";

        Assert.Equal("0.79 [0.5387, 0.9229] at 95%", line);
    }
}
