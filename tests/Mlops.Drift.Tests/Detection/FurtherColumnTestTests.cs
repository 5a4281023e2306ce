using System.Collections.Immutable;
using Mlops.Data;
using Mlops.Drift.Dependence;
using Mlops.Drift.Detection;
using Mlops.Statistics.TwoSample.Location;

namespace Mlops.Drift.Tests.Detection;

public sealed class FurtherColumnTestTests
{
    private static readonly ImmutableSortedSet<string> s_all = ImmutableSortedSet.Create(
        StringComparer.Ordinal,
        [.. FurtherColumnTests.All.Select(test => test.Id)]
    );

    public static TheoryData<string> Ids => [.. s_all];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_OfEveryTest_FailsAShiftAndPassesNone(string id)
    {
        var rule = DriftRule.Parse(id);
        var options = new DriftOptions { NumericRule = rule };
        var reference = Samples.Numbers("reference", Samples.Normal(600, 1));

        // Tests of spread see no shift, so both change.
        var changed = Samples.Compare(reference, Samples.Numbers("x", Samples.Normal(600, 2, 1, 1.7)), options)["x"];
        var same = Samples.Compare(reference, Samples.Numbers("x", Samples.Normal(600, 3)), options)["x"];

        Assert.Equal(ResultStatus.Ok, changed.Test(id)!.Status);
        Assert.Equal(Verdict.Fail, changed.Component(ComponentKind.Value)!.Verdict);
        Assert.Equal(Verdict.Pass, same.Component(ComponentKind.Value)!.Verdict);
        Assert.True(changed.Test(id)!.PValue <= 1 || double.IsNaN(changed.Test(id)!.PValue));
    }

    [Fact]
    public void FurtherTests_AskedFor_StandInTheReportAndDecideNothing()
    {
        var options = new DriftOptions { FurtherTests = s_all };
        var reference = Samples.Numbers("reference", Samples.Normal(400, 1));
        var current = Samples.Numbers("current", Samples.Normal(400, 2));

        var plain = Samples.Compare(reference, current)["x"];
        var report = Samples.Compare(reference, current, options);

        Assert.Equal(plain.Verdict, report["x"].Verdict);
        Assert.Equal(4, plain.Tests.Count);
        Assert.Equal(4 + s_all.Count, report["x"].Tests.Count);
        Assert.All(report["x"].Tests, test => Assert.Equal(ResultStatus.Ok, test.Status));
        Assert.Equal(
            MannWhitney
                .Test(((NumericColumn)reference["x"]).Values.Span, ((NumericColumn)current["x"]).Values.Span)
                .PValue,
            report["x"].Test("mann-whitney")!.PValue,
            12
        );
        var text = Reporting.Rendering.ReportRenderer.ToText(report.ToDocument(), 200);
        Assert.Contains("Baumgartner-Weiss-Schindler", text, StringComparison.Ordinal);
    }

    [Fact]
    public void FurtherTests_SavedWithTheBaseline_AreReadAgain()
    {
        var options = new DriftOptions { FurtherTests = s_all, NumericRule = DriftRule.Parse("kuiper", 0.01) };
        var baseline = DriftBaseline.Fit(Samples.Numbers("x", Samples.Normal(50, 1)), options);

        Assert.Equal(options, DriftBaseline.FromBytes(baseline.ToEnvelope().Bytes).Options);
    }

    [Fact]
    public void Rule_WithoutValues_IsUndecidedAndSaysWhy()
    {
        var options = new DriftOptions { NumericRule = DriftRule.Parse("mann-whitney") };
        var baseline = DriftBaseline.Fit(Samples.Numbers("x", Samples.Normal(500, 1)), options).WithoutValues();

        var column = baseline.Compare(Samples.Numbers("x", Samples.Normal(500, 2)))["x"];

        Assert.Equal(Verdict.Inconclusive, column.Component(ComponentKind.Value)!.Verdict);
        Assert.Contains("needs the values", column.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Rule_OfDependentRows_IsCorrectedOrUndecided()
    {
        // Twenty customers a side, fifty nearly equal rows each: rows differ surely, customers by a third of their deviation.
        static Dataset Customers(int seed)
        {
            var noise = Samples.Normal(1000, seed, scale: 0.1);
            return Dataset
                .FromColumns(
                    "customers",
                    Column.Category("customer", noise.Select((_, i) => $"c{i % 20}")),
                    Column.Number("x", [.. noise.Select((value, i) => value + (i % 20 / 5.8) + (seed == 3 ? 0 : 0.33))])
                )
                .WithRole("customer", ColumnRole.Identifier);
        }

        var options = new DriftOptions { FurtherTests = ["cramer-von-mises", "mann-whitney"] };
        var independent = options with { Dependence = RowDependence.Independent };

        var byCustomer = Samples.Compare(Customers(3), Customers(4), options)["x"];
        var byRow = Samples.Compare(Customers(3), Customers(4), independent)["x"];
        var rule = Samples.Compare(
            Customers(3),
            Customers(4),
            options with
            {
                NumericRule = DriftRule.Parse("cramer-von-mises"),
            }
        )["x"];

        Assert.True(byRow.Test("mann-whitney")!.PValue < 0.001);
        Assert.True(byCustomer.Test("mann-whitney")!.PValue > 0.05);
        Assert.Equal(TestPrecision.Estimate, byCustomer.Test("mann-whitney")!.Precision);
        Assert.Equal(TestPrecision.Optimistic, byCustomer.Test("cramer-von-mises")!.Precision);
        Assert.False(byCustomer.Test("cramer-von-mises")!.IsDetectable);
        Assert.Equal(Verdict.Inconclusive, rule.Component(ComponentKind.Value)!.Verdict);
        Assert.Contains("depend on each other", rule.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void FurtherTests_AnUnknownName_IsRefusedWithWhatThereIs() =>
        Assert.Contains(
            "mann-whitney",
            Assert
                .Throws<ArgumentException>(() =>
                    DriftBaseline.Fit(Samples.Numbers("x", [1, 2]), new DriftOptions { FurtherTests = ["wilcoxon"] })
                )
                .Message,
            StringComparison.Ordinal
        );
}
