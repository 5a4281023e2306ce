using Mlops.Data;
using Mlops.Reporting.Checks;

namespace Mlops.Drift.Tests.Documents;

public class DriftReportChecksTests
{
    [Fact]
    public void ToChecks_AReport_IsASuiteWithItsVerdictAndDigests()
    {
        var report = Report();
        var suite = report.ToChecks();

        Assert.Equal(("drift", Verdict.Fail), (suite.Name, suite.Verdict));
        Assert.Null(suite.Location);
        var facts = suite.Properties.ToDictionary(property => property.Name, property => property.Value);
        Assert.Equal(report.Current.Digest.ToString(), facts["currentDigest"]);
        Assert.Equal(report.Reference.Digest.ToString(), facts["referenceDigest"]);
        Assert.Equal(report.Baseline.ToString(), facts["baselineDigest"]);
        Assert.Equal(report.ToEnvelope().Digest.ToString(), facts["reportDigest"]);
        Assert.Equal("3000", facts["currentRows"]);
        Assert.Contains("id (", facts["notJudged"], StringComparison.Ordinal);
        Assert.Contains("extra (the reference does not have it)", facts["notJudged"], StringComparison.Ordinal);
    }

    [Fact]
    public void ToChecks_OfEveryColumn_WorstVerdictIsTheColumns()
    {
        foreach (var report in new[] { Report(), Tiny(), Empty() })
        {
            var checks = report.ToChecks().Checks;
            Assert.All(
                report.Columns,
                column =>
                {
                    var verdicts = checks
                        .Where(check => check.Name.StartsWith($"{column.Name} (", StringComparison.Ordinal))
                        .Select(check => check.Verdict)
                        .ToList();
                    var worst =
                        verdicts.Contains(Verdict.Fail) ? Verdict.Fail
                        : verdicts.Contains(Verdict.Inconclusive) ? Verdict.Inconclusive
                        : Verdict.Pass;
                    Assert.Equal(column.Verdict, worst);
                }
            );
        }
    }

    [Fact]
    public void ToChecks_Identities_AreUnique()
    {
        var identities = Report().ToChecks().Checks.Select(check => (check.Rule.Id, check.Group, check.Name)).ToList();

        Assert.Equal(identities.Count, identities.Distinct().Count());
    }

    [Fact]
    public void ToChecks_AShiftedColumn_FailsOnItsValuesWithTheNumbers()
    {
        var report = Report();
        var check = Check(report, "shifted (values)");
        var test = report["shifted"].Component(ComponentKind.Value)!.Test;

        Assert.Equal(("drift/value", "features", Verdict.Fail), (check.Rule.Id, check.Group, check.Verdict));
        Assert.StartsWith("The values are distributed differently: effect 0.", check.Message, StringComparison.Ordinal);
        Assert.EndsWith("where 0.1 is tolerated.", check.Message, StringComparison.Ordinal);
        Assert.Contains("current: 3,000 rows, 0 missing, mean", check.Details, StringComparison.Ordinal);
        var measures = check.Measures.ToDictionary(measure => measure.Name, measure => measure.Value);
        Assert.Equal(test.Effect, measures["effect"]);
        Assert.Equal((test.Interval.Lower, test.Interval.Upper), (measures["lower"], measures["upper"]));
        Assert.Equal(test.DriftPValue, measures["driftPValue"]);
        Assert.Equal(Verdict.Pass, Check(report, "shifted (structure)").Verdict);
    }

    [Fact]
    public void ToChecks_ALabel_IsInTheGroupOfLabels()
    {
        var check = Check(Report(), "label (values)");

        Assert.Equal(("labels", Verdict.Pass), (check.Group, check.Verdict));
        Assert.StartsWith(
            "Any change is surely smaller than the tolerated 0.1",
            check.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void ToChecks_MissingAndNewValues_SayTheirShares()
    {
        var report = Report();

        Assert.StartsWith(
            "Missing values went from 0% to 50.0%",
            Check(report, "holes (missing values)").Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "of the values are new to the reference, where",
            Check(report, "plan (new values)").Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void ToChecks_ABrokenColumn_HasItsStructureAlone()
    {
        var report = Report();
        var check = Assert.Single(
            report.ToChecks().Checks,
            check => check.Name.StartsWith("gone (", StringComparison.Ordinal)
        );

        Assert.Equal(("drift/structure", Verdict.Fail), (check.Rule.Id, check.Verdict));
        Assert.Equal(report["gone"].Reason, check.Message);
    }

    [Fact]
    public void ToChecks_TooFewRows_AreInconclusiveWithWhatWouldSettle()
    {
        var check = Check(Tiny(), "x (values)");

        Assert.Equal(Verdict.Inconclusive, check.Verdict);
        Assert.Contains("would settle it.", check.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToChecks_NoRows_AreInconclusiveInTheirStructure()
    {
        var check = Assert.Single(Empty().ToChecks().Checks);

        Assert.Equal(("drift/structure", Verdict.Inconclusive), (check.Rule.Id, check.Verdict));
        Assert.Equal("The current data have no rows, so nothing can be told.", check.Message);
    }

    private static CheckResult Check(DriftReport report, string name) =>
        report.ToChecks().Checks.Single(check => check.Name == name);

    private static DriftReport Tiny() =>
        Samples.Compare(Samples.Numbers("a", Samples.Normal(30, 1)), Samples.Numbers("b", Samples.Normal(30, 1)));

    private static DriftReport Empty() =>
        Samples.Compare(Samples.Numbers("a", Samples.Normal(300, 1)), Samples.Numbers("b", []));

    private static DriftReport Report()
    {
        const int Rows = 3000;
        var holes = Samples.Normal(Rows, 9);
        for (var i = 0; i < Rows; i += 2)
        {
            holes[i] = double.NaN;
        }

        var reference = Dataset
            .FromColumns(
                "reference",
                Column.Category("id", [.. Enumerable.Range(0, Rows).Select(i => $"row{i}")]),
                Column.Number("shifted", Samples.Normal(Rows, 1)),
                Column.Number("holes", Samples.Normal(Rows, 2)),
                Column.Category("plan", Samples.Categories(Rows, 3, ("basic", 0.5), ("plus", 0.5))),
                Column.Number("gone", Samples.Normal(Rows, 4)),
                Column.Category("label", Samples.Categories(Rows, 5, ("no", 0.8), ("yes", 0.2)))
            )
            .WithRole("label", ColumnRole.Label);
        var current = Dataset.FromColumns(
            "current",
            Column.Category("id", [.. Enumerable.Range(0, Rows).Select(i => $"row{i}")]),
            Column.Number("shifted", Samples.Normal(Rows, 6, shift: 1)),
            Column.Number("holes", holes),
            Column.Category("plan", Samples.Categories(Rows, 7, ("basic", 0.4), ("plus", 0.3), ("new", 0.3))),
            Column.Category("label", Samples.Categories(Rows, 8, ("no", 0.8), ("yes", 0.2))),
            Column.Number("extra", Samples.Normal(Rows, 10))
        );
        return Samples.Compare(reference, current);
    }
}
