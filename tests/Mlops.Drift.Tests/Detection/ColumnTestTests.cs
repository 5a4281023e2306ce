using Mlops.Data;
using Mlops.Drift.Detection;
using Mlops.Statistics.TwoSample.Categorical;
using Mlops.Statistics.TwoSample.Distribution;

namespace Mlops.Drift.Tests.Detection;

public class ColumnTestTests
{
    [Fact]
    public void Tests_OfANumberColumn_AreThoseOfItsValues()
    {
        var (x, y) = (Samples.Normal(3000, 1), Samples.Normal(2500, 2, shift: 0.1));

        var column = Samples.Compare(Samples.Numbers("a", x), Samples.Numbers("b", y))["x"];

        var smirnov = KolmogorovSmirnov.Test(x, y);
        var distance = Wasserstein.Measure(x, y);
        Assert.Equal(smirnov.Statistic, column.Test("kolmogorov-smirnov")!.Statistic);
        Assert.Equal(smirnov.PValue, column.Test("kolmogorov-smirnov")!.PValue);
        Assert.Equal(distance.NormalizedDistance, column.Test("wasserstein")!.Statistic);
        Assert.True(double.IsNaN(column.Test("wasserstein")!.PValue));
        Assert.Equal(
            ["kolmogorov-smirnov", "chi-square", "wasserstein", "population-stability"],
            column.Tests.Select(test => test.Id)
        );
        Assert.All(
            column.Tests,
            test => Assert.Equal((ResultStatus.Ok, TestPrecision.Exact), (test.Status, test.Precision))
        );
    }

    [Fact]
    public void Tests_OfACategoryColumn_AreOnItsCounts()
    {
        var reference = Column.Category("c", Samples.Categories(2000, 1, ("a", 0.5), ("b", 0.3), ("c", 0.2)));
        var current = Column.Category("c", Samples.Categories(2000, 2, ("a", 0.4), ("b", 0.4), ("c", 0.2)));

        var column = Samples.Compare(reference, current)["c"];

        long[] Counts(CategoryColumn values) =>
            [
                .. column.Bins.Select(bin =>
                    values.Codes.ToArray().LongCount(code => values.Categories[code] == bin.Label)
                ),
            ];
        var expected = ChiSquareTest.Homogeneity(Counts(reference), Counts(current));
        Assert.Equal(expected.PValue, column.Test("chi-square")!.PValue);
        Assert.Null(column.Test("kolmogorov-smirnov"));
        Assert.True(column.IsDetectable);
    }

    [Theory]
    [InlineData(0.0, 1.0)]
    [InlineData(0.1, 1.0)]
    [InlineData(0.0, 1.3)]
    [InlineData(3.0, 0.5)]
    public void Tests_WithoutTheValues_AreBoundsOfThoseWithThem(double shift, double scale)
    {
        var baseline = DriftBaseline.Fit(Samples.Numbers("a", Samples.Normal(5000, 3)));
        var current = Samples.Numbers("b", Samples.Normal(4000, 4, shift, scale));

        var (exact, bound) = (baseline.Compare(current)["x"], baseline.WithoutValues().Compare(current)["x"]);

        var (d, least) = (exact.Test("kolmogorov-smirnov")!, bound.Test("kolmogorov-smirnov")!);
        Assert.Equal(TestPrecision.Bound, least.Precision);
        Assert.InRange(least.Statistic, 0.8 * d.Statistic, d.Statistic);
        Assert.True(least.PValue >= d.PValue - 1e-12);
        var (w, near) = (exact.Test("wasserstein")!, bound.Test("wasserstein")!);
        Assert.Equal(TestPrecision.Estimate, near.Precision);
        // Between the outermost edges and the extremes nothing is known but that all values lie there.
        var tolerance = 0.02 + (0.1 * w.Statistic);
        Assert.InRange(near.Statistic, w.Statistic - tolerance, w.Statistic + tolerance);
        Assert.Equal(exact.Verdict, bound.Verdict);
        Assert.Equal(exact.Components, bound.Components);
    }

    [Fact]
    public void Tests_OfColumnsWithoutValues_SayWhy()
    {
        var empty = Samples.Compare(Samples.Numbers("a", []), Samples.Numbers("b", Samples.Normal(10, 1)))["x"];
        var constant = Samples.Compare(
            Samples.Numbers("a", [.. Enumerable.Repeat(1.0, 50)]),
            Samples.Numbers("b", [.. Enumerable.Repeat(1.0, 50)])
        )["x"];
        var infinite = Samples.Compare(
            Samples.Numbers("a", [.. Samples.Normal(50, 1), double.PositiveInfinity]),
            Samples.Numbers("b", Samples.Normal(50, 2))
        )["x"];

        Assert.All(empty.Tests, test => Assert.Equal(ResultStatus.Empty, test.Status));
        Assert.Equal(ResultStatus.Constant, constant.Test("wasserstein")!.Status);
        Assert.Equal(1, constant.Test("kolmogorov-smirnov")!.PValue);
        Assert.Equal(ResultStatus.Infinite, infinite.Test("wasserstein")!.Status);
        Assert.Equal(ResultStatus.Ok, infinite.Test("kolmogorov-smirnov")!.Status);
    }

    [Fact]
    public void ToDocument_WithTests_ShowsThemBesideTheVerdict()
    {
        var report = Samples.Compare(
            Samples.Numbers("a", Samples.Normal(2000, 1)),
            Samples.Numbers("b", Samples.Normal(2000, 2, shift: 1))
        );

        var text = Reporting.Rendering.ReportRenderer.ToText(report.ToDocument());

        Assert.Contains("What is detectable", text, StringComparison.Ordinal);
        Assert.Contains("They decide nothing here", text, StringComparison.Ordinal);
    }
}
