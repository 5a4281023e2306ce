using FsCheck;
using FsCheck.Fluent;
using Mlops.Statistics.Tests.Laws;
using Mlops.Statistics.TwoSample;
using Mlops.Statistics.TwoSample.Distribution;

namespace Mlops.Statistics.Tests.TwoSample;

public sealed class TwoSampleLaws
{
    private static Gen<(double[] X, double[] Y)> Samples { get; } =
        Numbers.Finite.NonEmptyListOf().Two().Select(pair => (pair.Item1.ToArray(), pair.Item2.ToArray()));

    private static Gen<(double[] X, double[] Y)> FewValues { get; } =
        Gen.Choose(-4, 4)
            .Select(i => i / 2.0)
            .NonEmptyListOf()
            .Two()
            .Select(pair => (pair.Item1.ToArray(), pair.Item2.ToArray()));

    [Fact]
    public void KolmogorovSmirnov_Swapped_HasTheOtherAlternative() =>
        Law.Holds(
            Samples,
            pair =>
            {
                var forward = KolmogorovSmirnov.Test(
                    pair.X,
                    pair.Y,
                    new() { Alternative = TwoSampleAlternative.CurrentGreater }
                );
                var backward = KolmogorovSmirnov.Test(
                    pair.Y,
                    pair.X,
                    new() { Alternative = TwoSampleAlternative.CurrentLess }
                );
                var both = KolmogorovSmirnov.Test(pair.X, pair.Y);

                Assert.Equal(forward.Statistic, backward.Statistic);
                Assert.Equal(forward.Location, backward.Location);
                Assert.Equal(forward.PValue, backward.PValue, 1e-13);
                Assert.InRange(forward.Statistic, 0, both.Statistic);
                Assert.InRange(both.PValue, 0, 1);
            }
        );

    [Fact]
    public void KolmogorovSmirnov_CountedValues_AreTheRowsWrittenOut() =>
        Law.Holds(
            FewValues,
            pair =>
            {
                var rows = KolmogorovSmirnov.Test(pair.X, pair.Y);
                double[] x = Values(pair.X),
                    y = Values(pair.Y);
                var counted = KolmogorovSmirnov.Test(
                    new CountedValues(x, Counts(x, pair.X)),
                    new CountedValues(y, Counts(y, pair.Y))
                );

                Assert.Equal(rows, counted);
            }
        );

    [Fact]
    public void KolmogorovSmirnov_Floats_AreTheirDoubles() =>
        Law.Holds(
            FewValues,
            pair =>
                Assert.Equal(
                    KolmogorovSmirnov.Test(pair.X, pair.Y),
                    KolmogorovSmirnov.Test(
                        pair.X.Select(value => (float)value).ToArray(),
                        pair.Y.Select(value => (float)value).ToArray()
                    )
                )
        );

    [Fact]
    public void Wasserstein_AnySamples_IsSymmetricAndNotNegative() =>
        Law.Holds(
            Samples,
            pair =>
            {
                var distance = Wasserstein.Measure(pair.X, pair.Y).Distance;

                Assert.True(distance >= 0);
                Assert.Equal(distance, Wasserstein.Measure(pair.Y, pair.X).Distance);
                Assert.Equal(0, Wasserstein.Measure(pair.X, pair.X).Distance);
            }
        );

    [Fact]
    public void Wasserstein_EqualSizes_IsTheMeanDistanceOfTheOrderStatistics() =>
        Law.Holds(
            FewValues,
            pair =>
            {
                var size = Math.Min(pair.X.Length, pair.Y.Length);
                double[] x = [.. pair.X.Take(size)],
                    y = [.. pair.Y.Take(size)];
                var expected = x.Order().Zip(y.Order(), (a, b) => Math.Abs(a - b)).Average();

                Assert.Equal(expected, Wasserstein.Measure(x, y).Distance, 1e-14);
            }
        );

    [Fact]
    public void Wasserstein_CountedAndWeighted_AreTheRowsWrittenOut() =>
        Law.Holds(
            FewValues,
            pair =>
            {
                var rows = Wasserstein.Measure(pair.X, pair.Y);
                double[] x = Values(pair.X),
                    y = Values(pair.Y);
                long[] n = Counts(x, pair.X),
                    m = Counts(y, pair.Y);
                var counted = Wasserstein.Measure(new CountedValues(x, n), new CountedValues(y, m));
                var weighted = Wasserstein.Measure(
                    x,
                    [.. n.Select(count => count / 8.0)],
                    y,
                    [.. m.Select(count => count * 3.0)]
                );

                Assert.Equal(rows.Distance, counted.Distance, 1e-14);
                Assert.Equal(rows.Distance, weighted.Distance, 1e-14);
                Assert.Equal(rows.NormalizedStatus, counted.NormalizedStatus);
                Assert.Equal(rows.NormalizedDistance, counted.NormalizedDistance, 1e-12);
                Assert.Equal(rows.NormalizedDistance, weighted.NormalizedDistance, 1e-12);
                Assert.Equal((rows.ReferenceCount, rows.CurrentCount), (counted.ReferenceCount, counted.CurrentCount));
            }
        );

    [Fact]
    public void Wasserstein_Floats_AreTheirDoubles() =>
        Law.Holds(
            FewValues,
            pair =>
                Assert.Equal(
                    Wasserstein.Measure(pair.X, pair.Y),
                    Wasserstein.Measure(
                        pair.X.Select(value => (float)value).ToArray(),
                        pair.Y.Select(value => (float)value).ToArray()
                    )
                )
        );

    [Fact]
    public void EnergyDistance_AnySamples_IsItsDefinitionByPairs() =>
        Law.Holds(
            FewValues,
            pair =>
            {
                double Mean(double[] a, double[] b) => a.SelectMany(x => b.Select(y => Math.Abs(x - y))).Average();
                double cross = 2 * Mean(pair.X, pair.Y),
                    expected = cross - Mean(pair.X, pair.X) - Mean(pair.Y, pair.Y);
                var result = EnergyDistance.Measure(pair.X, pair.Y);

                Assert.Equal(expected, result.Statistic, 1e-13);
                Assert.Equal(result.Statistic, result.Distance * result.Distance, 1e-13);
                Assert.Equal(EnergyDistance.Measure(pair.Y, pair.X).Distance, result.Distance, 1e-15);
                Assert.Equal(0, EnergyDistance.Measure(pair.X, pair.X).Distance);
                if (cross > 0)
                {
                    Assert.Equal(expected / cross, result.NormalizedStatistic, 1e-13);
                }
            }
        );

    [Fact]
    public void EnergyDistance_CountedWeightedAndFloats_AreTheRowsWrittenOut() =>
        Law.Holds(
            FewValues,
            pair =>
            {
                var rows = EnergyDistance.Measure(pair.X, pair.Y);
                double[] x = Values(pair.X),
                    y = Values(pair.Y);
                long[] n = Counts(x, pair.X),
                    m = Counts(y, pair.Y);
                var counted = EnergyDistance.Measure(new CountedValues(x, n), new CountedValues(y, m));
                var weighted = EnergyDistance.Measure(
                    x,
                    [.. n.Select(count => count / 8.0)],
                    y,
                    [.. m.Select(count => count * 3.0)]
                );

                Assert.Equal(rows.Statistic, counted.Statistic, 1e-14);
                Assert.Equal(rows.Statistic, weighted.Statistic, 1e-14);
                Assert.Equal(rows.UnbiasedStatistic, counted.UnbiasedStatistic, 1e-13);
                Assert.Equal(rows.UnbiasedStatus, counted.UnbiasedStatus);
                Assert.Equal(rows.NormalizedStatistic, counted.NormalizedStatistic, 1e-13);
                Assert.Equal((rows.ReferenceCount, rows.CurrentCount), (counted.ReferenceCount, counted.CurrentCount));
                Assert.Equal(
                    rows,
                    EnergyDistance.Measure(
                        pair.X.Select(value => (float)value).ToArray(),
                        pair.Y.Select(value => (float)value).ToArray()
                    )
                );
            }
        );

    /// <summary>Every grid value, so that some have a count of 0.</summary>
    private static double[] Values(double[] sample) =>
        [.. Enumerable.Range(-5, 11).Select(i => i / 2.0).Concat(sample).Distinct().Order()];

    private static long[] Counts(double[] values, double[] sample) =>
        [.. values.Select(value => sample.LongCount(other => other == value))];
}
