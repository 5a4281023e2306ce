using FsCheck;
using Mlops.Statistics.Sketches.Quantiles;
using Mlops.Statistics.Tests.Laws;

namespace Mlops.Statistics.Tests.Sketches.Quantiles;

/// <summary>The smallest size, so that most generated arrays are compacted.</summary>
public sealed class KllSketchLaws : ParameterisedAccumulatorLaws<KllSketch<double>, double>
{
    /// <summary>Below any failure rate that the few hundred cases could show.</summary>
    private const double Confidence = 1 - 1e-9;

    protected override Gen<double> Values => Numbers.Any;

    protected override IStatisticDefinition<KllSketch<double>> CreateDefinition() => new KllDefinition<double>(8, 5);

    protected override IStatisticDefinition<KllSketch<double>> CreateOtherDefinition() =>
        new KllDefinition<double>(8, 6);

    protected override void Add(KllSketch<double> accumulator, double[] values) => accumulator.Add(values);

    protected override bool IsCounted(double value) => !double.IsNaN(value);

    protected override void AssertEquivalent(KllSketch<double> expected, KllSketch<double> actual, double[] values)
    {
        Assert.Equal(
            (expected.Count, expected.MissingCount, expected.Minimum, expected.Maximum),
            (actual.Count, actual.MissingCount, actual.Minimum, actual.Maximum)
        );
        var tolerance = expected.UniformRankError(Confidence).Bound + actual.UniformRankError(Confidence).Bound;
        foreach (var value in values.Where(IsCounted))
        {
            var difference = Math.Abs(expected.CumulativeShare(value) - actual.CumulativeShare(value));
            Assert.True(difference <= tolerance, $"{difference} at {value}, and {tolerance} is stated.");
        }
    }
}
