using Mlops.Reporting.Blocks;
using Mlops.Reporting.Rendering.Charts;

namespace Mlops.Reporting.Tests.Rendering.Charts;

public class HistogramBinsTests
{
    [Fact]
    public void Of_UnequalBins_HeightIsShareOverWidth()
    {
        var bins = HistogramBins.Of(new HistogramChart("", "", [0, 1, 4], [0.5, 0.5], [0.25, 0.75]));

        Assert.Equal([2.0, 2.0 / 3], bins.Bins.Select(b => b.Reference));
        Assert.Equal([1.0, 1.0], bins.Bins.Select(b => b.Current));
        Assert.Equal(2, bins.Peak);
    }

    [Fact]
    public void Of_SingleValue_IsABarToItsOwnScale()
    {
        var chart = new HistogramChart("", "", [0, 0, 10, 20], [0.6, 0.2, 0.2], [0.3, 0.4, 0.3]);
        var bins = HistogramBins.Of(chart);

        var value = bins.Bins.Single(b => b.Left < 0);
        Assert.Equal(bins.Peak, value.Reference, 12);
        Assert.Equal(bins.Peak / 2, value.Current, 12);
        Assert.True(bins.Axis(0, 1).Lower < 0);
        Assert.Contains(
            "At 0 alone: 60.0% of the reference, 30.0% of the current data.",
            HistogramNote.Of(chart, bins),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Of_OpenEnds_AreLeftOutAndSaid()
    {
        var chart = new HistogramChart(
            "",
            "",
            [double.NegativeInfinity, 0, 1, double.PositiveInfinity],
            [0.1, 0.8, 0.1],
            [0.3, 0.3, 0.4]
        );
        var bins = HistogramBins.Of(chart);

        Assert.Single(bins.Bins);
        Assert.Equal(0.2, bins.Omitted.Reference, 12);
        Assert.Contains(
            "20.0% of the reference, 70.0% of the current data",
            HistogramNote.Of(chart, bins),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void CategoryBars_MoreThanAreRead_AreSummedUp()
    {
        var names = Enumerable.Range(0, 100).Select(i => $"c{i}").ToArray();
        var bars = CategoryBars.Of(
            new CategoryChart("", "", names, [.. names.Select(_ => 0.01)], [.. names.Select(_ => 0.01)])
        );

        Assert.Equal(CategoryBars.Limit, bars.Count);
        Assert.Equal("76 more", bars[^1].Label);
        Assert.Equal(0.76, bars[^1].Reference, 12);
    }
}
