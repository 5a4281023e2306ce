using FsCheck;
using FsCheck.Fluent;
using Mlops.Statistics.EffectSizes;
using Mlops.Statistics.Permutation;
using Mlops.Statistics.Tests.Laws;
using Mlops.Statistics.TwoSample;
using Mlops.Statistics.TwoSample.Location;
using Mlops.Statistics.TwoSample.Spread;

namespace Mlops.Statistics.Tests.TwoSample.Ranks;

/// <summary>What holds for rank tests and rank effects of any samples.</summary>
public sealed class RankTestLaws
{
    private static readonly PermutationOptions Few = new() { Replicates = 19 };

    private static Gen<(double[] X, double[] Y)> Samples { get; } =
        Numbers.Ordered.NonEmptyListOf().Two().Select(pair => (pair.Item1.ToArray(), pair.Item2.ToArray()));

    private static Gen<(double[] X, double[] Y)> FewValues { get; } =
        Gen.Choose(-4, 4)
            .Select(i => i / 2.0)
            .NonEmptyListOf()
            .Two()
            .Select(pair => (pair.Item1.ToArray(), pair.Item2.ToArray()));

    [Fact]
    public void MannWhitney_AnySamples_CountsPairs() =>
        Law.Holds(
            Samples,
            pair =>
            {
                var pairs = pair
                    .X.SelectMany(x =>
                        pair.Y.Select(y =>
                            x > y ? 1
                            : x == y ? 0.5
                            : 0
                        )
                    )
                    .Sum();
                var result = MannWhitney.Test(pair.X, pair.Y);

                Assert.Equal(pairs, result.Statistic);
                Assert.InRange(result.PValue, 0, 1);
            }
        );

    [Fact]
    public void MannWhitney_Swapped_HasTheOtherAlternative() =>
        Law.Holds(
            FewValues,
            pair =>
            {
                foreach (var method in new[] { MannWhitneyMethod.Exact, MannWhitneyMethod.Asymptotic })
                {
                    var greater = MannWhitney.Test(
                        pair.X,
                        pair.Y,
                        new() { Alternative = TwoSampleAlternative.CurrentGreater, Method = method }
                    );
                    var less = MannWhitney.Test(
                        pair.Y,
                        pair.X,
                        new() { Alternative = TwoSampleAlternative.CurrentLess, Method = method }
                    );
                    var both = MannWhitney.Test(pair.X, pair.Y, new() { Method = method });

                    Assert.Equal(greater.PValue, less.PValue, 1e-13);
                    Assert.Equal(1, greater.Superiority + less.Superiority, 1e-14);
                    Assert.InRange(both.PValue, 0, 1);
                    Assert.Equal(
                        both.PValue,
                        MannWhitney.Test(pair.Y, pair.X, new() { Method = method }).PValue,
                        1e-13
                    );
                }
            }
        );

    [Fact]
    public void RankTests_RisingTransformation_ChangesNothing() =>
        Law.Holds(
            FewValues,
            pair =>
            {
                double[] x = [.. pair.X.Select(value => Math.Exp(3 * value))],
                    y = [.. pair.Y.Select(value => Math.Exp(3 * value))];

                Assert.Equal(
                    MannWhitney.Test(pair.X, pair.Y, new() { Permutation = Few }),
                    MannWhitney.Test(x, y, new() { Permutation = Few })
                );
                Assert.Equal(
                    BrunnerMunzel.Test(pair.X, pair.Y, new() { Permutation = Few }),
                    BrunnerMunzel.Test(x, y, new() { Permutation = Few })
                );
                Assert.Equal(
                    Mood.Test(pair.X, pair.Y, new() { Permutation = Few }),
                    Mood.Test(x, y, new() { Permutation = Few })
                );
                Assert.Equal(
                    AnsariBradley.Test(pair.X, pair.Y, new() { Permutation = Few }),
                    AnsariBradley.Test(x, y, new() { Permutation = Few })
                );
                Assert.Equal(KruskalWallis.Test(pair.X, pair.Y).Statistic, KruskalWallis.Test(x, y).Statistic);
                Assert.Equal(CliffDelta.Measure(pair.X, pair.Y), CliffDelta.Measure(x, y));
            }
        );

    [Fact]
    public void RankTests_CountedValuesAndFloats_AreTheRowsWrittenOut() =>
        Law.Holds(
            FewValues,
            pair =>
            {
                var (values, counts) = RankSamples.Counted(pair.X);
                var (otherValues, otherCounts) = RankSamples.Counted(pair.Y);
                var x = new CountedValues(values, counts);
                var y = new CountedValues(otherValues, otherCounts);
                float[] single = [.. pair.X.Select(value => (float)value)],
                    otherSingle = [.. pair.Y.Select(value => (float)value)];

                Assert.Equal(
                    MannWhitney.Test(pair.X, pair.Y, new() { Permutation = Few }),
                    MannWhitney.Test(x, y, new() { Permutation = Few })
                );
                Assert.Equal(
                    MannWhitney.Test(pair.X, pair.Y, new() { Permutation = Few }),
                    MannWhitney.Test(single, otherSingle, new() { Permutation = Few })
                );
                Assert.Equal(
                    BrunnerMunzel.Test(pair.X, pair.Y, new() { Permutation = Few }),
                    BrunnerMunzel.Test(x, y, new() { Permutation = Few })
                );
                Assert.Equal(
                    BrunnerMunzel.Test(pair.X, pair.Y, new() { Permutation = Few }),
                    BrunnerMunzel.Test(single, otherSingle, new() { Permutation = Few })
                );
                Assert.Equal(
                    Mood.Test(pair.X, pair.Y, new() { Permutation = Few }).PValue,
                    Mood.Test(x, y, new() { Permutation = Few }).PValue,
                    1e-12
                );
                Assert.Equal(
                    Mood.Test(pair.X, pair.Y, new() { Permutation = Few }),
                    Mood.Test(single, otherSingle, new() { Permutation = Few })
                );
                Assert.Equal(
                    AnsariBradley.Test(pair.X, pair.Y, new() { Permutation = Few }),
                    AnsariBradley.Test(x, y, new() { Permutation = Few })
                );
                Assert.Equal(
                    AnsariBradley.Test(pair.X, pair.Y, new() { Permutation = Few }),
                    AnsariBradley.Test(single, otherSingle, new() { Permutation = Few })
                );
                Assert.Equal(CliffDelta.Measure(pair.X, pair.Y), CliffDelta.Measure(x, y));
                Assert.Equal(ProbabilityOfSuperiority.Measure(pair.X, pair.Y), ProbabilityOfSuperiority.Measure(x, y));
            }
        );

    [Fact]
    public void BrunnerMunzel_Swapped_HasTheOtherSign() =>
        Law.Holds(
            FewValues,
            pair =>
            {
                var forward = BrunnerMunzel.Test(
                    pair.X,
                    pair.Y,
                    new() { Alternative = TwoSampleAlternative.CurrentGreater, Method = BrunnerMunzelMethod.StudentT }
                );
                var backward = BrunnerMunzel.Test(
                    pair.Y,
                    pair.X,
                    new() { Alternative = TwoSampleAlternative.CurrentLess, Method = BrunnerMunzelMethod.StudentT }
                );

                Assert.Equal(forward.Status, backward.Status);
                if (forward.Status == ResultStatus.Ok)
                {
                    Assert.InRange(forward.PValue, 0, 1);
                    Assert.Equal(forward.PValue, backward.PValue, 1e-13);
                    Assert.True(
                        forward.Statistic == -backward.Statistic
                            || Math.Abs(forward.Statistic + backward.Statistic)
                                < 1e-12 * (1 + Math.Abs(forward.Statistic))
                    );
                }
            }
        );

    [Fact]
    public void ScaleTests_Swapped_HaveTheOtherAlternative() =>
        Law.Holds(
            FewValues,
            pair =>
            {
                var mood = Mood.Test(pair.X, pair.Y, new() { Alternative = ScaleAlternative.CurrentWider });
                var moodBack = Mood.Test(pair.Y, pair.X, new() { Alternative = ScaleAlternative.CurrentNarrower });
                var ansari = AnsariBradley.Test(pair.X, pair.Y, new() { Alternative = ScaleAlternative.CurrentWider });
                var ansariBack = AnsariBradley.Test(
                    pair.Y,
                    pair.X,
                    new() { Alternative = ScaleAlternative.CurrentNarrower }
                );

                Assert.Equal(mood.Status, moodBack.Status);
                Assert.Equal(mood.PValue, moodBack.PValue, 1e-11);
                Assert.Equal(ansari.PValue, ansariBack.PValue, 1e-11);
                Assert.True(mood.Status != ResultStatus.Ok || mood.PValue is >= 0 and <= 1);
            }
        );

    [Fact]
    public void Effects_Swapped_AreTheirMirrorImages() =>
        Law.Holds(
            Samples,
            pair =>
            {
                var delta = CliffDelta.Measure(pair.X, pair.Y);
                var back = CliffDelta.Measure(pair.Y, pair.X);
                var superiority = ProbabilityOfSuperiority.Measure(pair.X, pair.Y);

                Assert.Equal(delta.Value, -back.Value, 1e-14);
                Assert.Equal((1 + delta.Value) / 2, superiority.Value, 1e-14);
                Assert.Equal(MannWhitney.Test(pair.X, pair.Y).Superiority, superiority.Value, 1e-14);
                if (delta.Status == ResultStatus.Ok)
                {
                    Assert.Equal(delta.Interval.Lower, -back.Interval.Upper, 1e-12);
                    Assert.True(delta.Interval.Contains(delta.Value));
                    Assert.InRange(delta.Interval.Lower, -1, delta.Interval.Upper);
                    foreach (var method in Enum.GetValues<SuperiorityIntervalMethod>())
                    {
                        var of = ProbabilityOfSuperiority.Measure(pair.X, pair.Y, 0.9, method).Interval;
                        Assert.InRange(superiority.Value, of.Lower - 1e-15, of.Upper + 1e-15);
                        Assert.InRange(of.Lower, 0, of.Upper);
                        Assert.InRange(of.Upper, of.Lower, 1);
                    }
                }
            }
        );
}
