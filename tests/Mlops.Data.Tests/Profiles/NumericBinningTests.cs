using FsCheck;
using FsCheck.Fluent;
using Mlops.Data.Profiles;

namespace Mlops.Data.Tests.Profiles;

public class NumericBinningTests
{
    private static readonly Config s_config = Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(7, 11);

    [Fact]
    public void SumValueBins_Deciles_AreRightClosed()
    {
        double[] sorted = [.. Enumerable.Range(1, 100).Select(i => (double)i)];
        var binning = NumericBinning.FromSorted(sorted);

        Assert.False(binning.IsDiscrete);
        Assert.Equal([10, 20, 30, 40, 50, 60, 70, 80, 90], binning.Points.ToArray());
        Assert.Equal(Enumerable.Repeat(10L, 10), binning.SumValueBins(Cells(binning, sorted)));
        Assert.Equal([0, 0, 2, 0, 0, 0, 0, 0, 0, 0], binning.SumValueBins(Cells(binning, [20.5, 30])));
    }

    [Fact]
    public void SumValueBins_TwentyValues_HaveABinEachAndOneForEveryOther()
    {
        double[] sorted = [.. Enumerable.Range(0, 60).Select(i => (double)(i / 3))];
        var binning = NumericBinning.FromSorted(sorted);

        Assert.True(binning.IsDiscrete);
        Assert.Equal(21, binning.ValueBins);
        Assert.Equal([.. Enumerable.Repeat(3L, 20), 0], binning.SumValueBins(Cells(binning, sorted)));
        var others = binning.SumValueBins(Cells(binning, [-1, 0.5, Math.BitIncrement(3), Math.BitDecrement(3), 25]));
        Assert.Equal(5, others[^1]);
    }

    [Fact]
    public void FromSorted_TwentyOneValues_AreNotDiscrete() =>
        Assert.False(NumericBinning.FromSorted([.. Enumerable.Range(0, 21).Select(i => (double)i)]).IsDiscrete);

    [Fact]
    public void SumTails_OfTheReference_HoldAtMostOneInAThousandEach()
    {
        double[] sorted = [.. Enumerable.Range(1, 10_000).Select(i => (double)i)];
        var binning = NumericBinning.FromSorted(sorted);

        Assert.Equal(10, binning.LowerTail);
        Assert.Equal(9990, binning.UpperTail);
        Assert.Equal((9, 10), binning.SumTails(Cells(binning, sorted)));
        Assert.Equal((1, 1), binning.SumTails(Cells(binning, [9.99, 10, 9990, 9990.01])));
    }

    [Fact]
    public void FromSorted_NegativeZero_IsZero() =>
        Assert.Equal(NumericBinning.FromSorted([0.0, 1.0]), NumericBinning.FromSorted([-0.0, 1.0]));

    [Theory]
    [InlineData(new double[0])]
    [InlineData(new[] { 5.0 })]
    [InlineData(new[] { double.NegativeInfinity, double.PositiveInfinity })]
    [InlineData(new[] { double.NegativeInfinity, -double.MaxValue, 0, double.MaxValue, double.PositiveInfinity })]
    public void FromSorted_Extremes_CountEveryValueOnce(double[] sorted)
    {
        var binning = NumericBinning.FromSorted(sorted);
        var cells = Cells(binning, sorted);

        Assert.Equal(sorted.Length, cells.Sum());
        Assert.Equal(sorted.Length, binning.SumValueBins(cells).Sum());
        Assert.Equal((0, 0), binning.SumTails(cells));
    }

    [Fact]
    public void FromSorted_WideInfiniteRange_HasAFinitePicture()
    {
        double[] sorted =
        [
            .. Enumerable.Repeat(double.NegativeInfinity, 5),
            .. Enumerable.Range(0, 100).Select(i => i * 1e306),
            .. Enumerable.Repeat(double.PositiveInfinity, 5),
        ];

        Assert.All(
            NumericBinning.FromSorted(sorted).PictureEdges.ToArray(),
            edge => Assert.True(double.IsFinite(edge))
        );
    }

    [Fact]
    public void Sums_AnyValues_AgreeWithCountingThemOneByOne() =>
        Check.One(
            s_config,
            Prop.ForAll(
                ArbMap.Default.ArbFor<NormalFloat[]>().Filter(values => values.Length > 0),
                ArbMap.Default.ArbFor<NormalFloat[]>(),
                (reference, current) =>
                {
                    double[] sorted = [.. reference.Select(value => Math.Round(value.Get, 1)).Order()];
                    double[] values = [.. current.Select(value => Math.Round(value.Get, 1)), .. sorted];
                    var binning = NumericBinning.FromSorted(sorted);
                    var cells = Cells(binning, values);
                    var bins = binning.SumValueBins(cells);
                    var points = binning.Points.ToArray();
                    var (below, above) = binning.SumTails(cells);
                    var picture = binning.SumPicture(cells);
                    var edges = binning.PictureEdges.ToArray();
                    for (var bin = 0; bin < bins.Length; bin++)
                    {
                        var expected = binning.IsDiscrete
                            ? values.Count(value =>
                                bin < points.Length ? value == points[bin] : !points.Contains(value)
                            )
                            : values.Count(value =>
                                (bin == 0 || value > points[bin - 1]) && (bin == points.Length || value <= points[bin])
                            );
                        Assert.Equal(expected, bins[bin]);
                    }

                    Assert.Equal(values.Count(value => value < binning.LowerTail), below);
                    Assert.Equal(values.Count(value => value > binning.UpperTail), above);
                    for (var bin = 0; bin < picture.Length; bin++)
                    {
                        Assert.Equal(
                            values.Count(value =>
                                (bin == 0 ? value >= edges[0] : value > edges[bin]) && value <= edges[bin + 1]
                            ),
                            picture[bin]
                        );
                    }
                }
            )
        );

    private static long[] Cells(NumericBinning binning, double[] values)
    {
        var cells = binning.Cells.Create();
        cells.Add(values);
        return cells.Counts.ToArray();
    }
}
