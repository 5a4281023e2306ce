using FsCheck;
using Mlops.Statistics.Moments;

namespace Mlops.Statistics.Tests.Laws;

public sealed class MomentsAccumulatorLaws : AccumulatorLaws<MomentsAccumulator, double>
{
    protected override Gen<double> Values => Numbers.Offset;

    protected override IStatisticDefinition<MomentsAccumulator> CreateDefinition() => new MomentsDefinition();

    protected override void Add(MomentsAccumulator accumulator, double[] values) => accumulator.Add(values);

    protected override bool IsCounted(double value) => double.IsFinite(value);

    /// <summary>Counts and range are exact. The mean is within 1e-15 of itself; powers within 1e-12 of the spread's.</summary>
    protected override void AssertEquivalent(MomentsAccumulator expected, MomentsAccumulator actual, double[] values)
    {
        var (e, a) = (expected.Value, actual.Value);
        Assert.Equal(
            (e.Count, e.MissingCount, e.InfiniteCount, e.Minimum, e.Maximum, e.Status),
            (a.Count, a.MissingCount, a.InfiniteCount, a.Minimum, a.Maximum, a.Status)
        );
        AssertClose(e.Mean, a.Mean, 1e-15 * Math.Abs(e.Mean));
        AssertClose(e.PopulationVariance, a.PopulationVariance, 1e-12 * e.PopulationVariance);
        AssertClose(e.SampleVariance, a.SampleVariance, 1e-12 * e.SampleVariance);
        AssertClose(e.Skewness, a.Skewness, 1e-12 * Math.Max(1, Math.Abs(e.Skewness)));
        AssertClose(e.ExcessKurtosis, a.ExcessKurtosis, 1e-12 * Math.Max(1, Math.Abs(e.ExcessKurtosis)));
    }

    private static void AssertClose(double expected, double actual, double tolerance) =>
        Assert.True(
            expected.Equals(actual) || Math.Abs(expected - actual) <= tolerance,
            $"{actual} is not within {tolerance} of {expected}."
        );
}
