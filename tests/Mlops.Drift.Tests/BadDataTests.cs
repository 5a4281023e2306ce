using System.Globalization;
using Mlops.Data;
using Mlops.Reporting.Rendering;

namespace Mlops.Drift.Tests;

/// <summary>Bad data is a finding: the report is made, and says so.</summary>
public class BadDataTests
{
    private const int Rows = 500;

    [Fact]
    public void Compare_ColumnGone_FailsStructurallyWithoutAPValue()
    {
        var report = Samples.Compare(Reference(), Reference().Without("b"));

        var column = report["b"];
        Assert.Equal(Verdict.Fail, report.Verdict);
        Assert.Equal(ResultStatus.Absent, column.Status);
        Assert.Empty(column.Components);
        Assert.Contains("gone", column.Reason, StringComparison.Ordinal);
        AssertRenders(report);
    }

    [Fact]
    public void Compare_ColumnNewInCurrent_IsNamedAndNotJudged()
    {
        var current = Dataset.FromColumns(
            "current",
            [.. Reference().Columns, Column.Number("extra", new double[Rows])]
        );

        var report = Samples.Compare(Reference(), current);

        var omitted = Assert.Single(report.Omitted, column => column.Name == "extra");
        Assert.Null(omitted.Role);
        AssertRenders(report);
    }

    [Fact]
    public void Compare_AllMissing_FailsStructurally()
    {
        var report = Samples.Compare(
            Column.Number("x", Samples.Normal(Rows, 1)),
            Column.Number("x", Enumerable.Repeat(double.NaN, Rows).ToArray())
        );

        Assert.Equal(ResultStatus.AllMissing, report["x"].Status);
        Assert.Equal(Verdict.Fail, report.Verdict);
        AssertRenders(report);
    }

    [Fact]
    public void Compare_AllMissingOnBothSides_IsNotStructural()
    {
        var missing = Enumerable.Repeat(double.NaN, Rows).ToArray();

        var report = Samples.Compare(Column.Number("x", missing), Column.Number("x", missing));

        Assert.Equal(ResultStatus.Ok, report["x"].Status);
        Assert.Equal(Verdict.Pass, report["x"].Component(ComponentKind.Missingness)!.Verdict);
        Assert.Null(report["x"].Component(ComponentKind.Value)!.Verdict);
        Assert.Equal(Verdict.Pass, report.Verdict);
        AssertRenders(report);
    }

    [Fact]
    public void Compare_Constant_FailsStructurallyWhereTheReferenceVaries()
    {
        var report = Samples.Compare(
            Column.Number("x", Samples.Normal(Rows, 1)),
            Column.Number("x", Enumerable.Repeat(0.5, Rows).ToArray())
        );

        Assert.Equal(ResultStatus.Constant, report["x"].Status);
        Assert.Equal(Verdict.Fail, report.Verdict);
        AssertRenders(report);
    }

    [Fact]
    public void Compare_ConstantOnBothSides_Passes()
    {
        var constant = Column.Number("x", Enumerable.Repeat(0.5, Rows).ToArray());

        var report = Samples.Compare(constant, constant);

        Assert.Equal(ResultStatus.Ok, report["x"].Status);
        Assert.Equal(Verdict.Pass, report.Verdict);
        AssertRenders(report);
    }

    [Fact]
    public void Compare_AnotherConstant_Fails()
    {
        var report = Samples.Compare(
            Column.Number("x", Enumerable.Repeat(0.5, Rows).ToArray()),
            Column.Number("x", Enumerable.Repeat(0.7, Rows).ToArray())
        );

        Assert.Equal(Verdict.Fail, report.Verdict);
        AssertRenders(report);
    }

    [Fact]
    public void Compare_TextWhereNumbersWere_FailsWithTheFirstValueAndItsRow()
    {
        string?[] text =
        [
            .. Samples.Normal(Rows, 2).Select(value => (string?)value.ToString("R", CultureInfo.InvariantCulture)),
        ];
        text[17] = "n/a";

        var report = Samples.Compare(Column.Number("x", Samples.Normal(Rows, 1)), Column.Category("x", text));

        Assert.Equal(ResultStatus.TypeMismatch, report["x"].Status);
        Assert.Contains("'n/a' in row 18", report["x"].Reason, StringComparison.Ordinal);
        AssertRenders(report);
    }

    [Fact]
    public void Compare_TextWithinTheTolerableShare_CountsAsMissing()
    {
        string?[] text =
        [
            .. Samples.Normal(Rows, 2).Select(value => (string?)value.ToString("R", CultureInfo.InvariantCulture)),
        ];
        text[17] = "n/a";
        var options = DriftOptions.Default with { TolerableConversionFailureShare = 0.01 };

        var report = Samples.Compare(Column.Number("x", Samples.Normal(Rows, 1)), Column.Category("x", text), options);

        Assert.Equal(ResultStatus.Ok, report["x"].Status);
        Assert.Equal(1, report["x"].Current.MissingCount);
    }

    [Fact]
    public void Compare_NumbersWhereTextWas_AreCategories()
    {
        var report = Samples.Compare(
            Column.Category("x", Enumerable.Repeat("1", Rows)),
            Column.Number("x", Enumerable.Repeat(1, Rows).ToArray())
        );

        Assert.Equal(Verdict.Pass, report.Verdict);
    }

    [Theory]
    [InlineData(0, 500)]
    [InlineData(500, 0)]
    [InlineData(0, 0)]
    [InlineData(1, 500)]
    [InlineData(500, 1)]
    [InlineData(1, 1)]
    public void Compare_FewRows_AreInconclusiveAndTheReportIsMade(int referenceRows, int currentRows)
    {
        var report = Samples.Compare(
            Column.Number("x", Samples.Normal(referenceRows, 1)),
            Column.Number("x", Samples.Normal(currentRows, 2))
        );

        Assert.Equal(Verdict.Inconclusive, report.Verdict);
        AssertRenders(report);
    }

    [Fact]
    public void Compare_HundredThousandCategories_MakesTheReport()
    {
        var reference = Enumerable.Range(0, 200_000).Select(i => (string?)$"c{i / 2}").ToArray();
        var current = Enumerable.Range(0, 200_000).Select(i => (string?)$"c{i / 2}").Reverse().ToArray();

        var report = Samples.Compare(Column.Category("c", reference), Column.Category("c", current));

        Assert.Equal(100_000, report["c"].Reference.CategoryCount);
        Assert.True(report["c"].Bins.Count <= 100);
        Assert.Equal(Verdict.Pass, report["c"].Component(ComponentKind.Novelty)!.Verdict);
        AssertRenders(report);
    }

    [Fact]
    public void Compare_IdentifierAndDate_AreLeftOutAndTheReportSaysSo()
    {
        var start = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        Column[] columns =
        [
            Column.Category("customer", Enumerable.Range(0, Rows).Select(i => (string?)$"k{i}")),
            Column.Number("row", Enumerable.Range(0, Rows).ToArray()),
            Column.Time("day", Enumerable.Range(0, Rows).Select(i => (DateTime?)start.AddDays(i))),
            Column.Number("x", Samples.Normal(Rows, 1)),
        ];
        var data = Dataset.FromColumns("data", columns);

        var report = Samples.Compare(data, data);

        Assert.Equal(["customer", "row", "day"], report.Omitted.Select(column => column.Name));
        Assert.Equal(
            [ColumnRole.Identifier, ColumnRole.Identifier, ColumnRole.Time],
            report.Omitted.Select(column => column.Role!.Value)
        );
        Assert.Contains("customer", report.ToDocument().ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_IdentifierStatedAsFeature_IsJudged()
    {
        var data = Dataset
            .FromColumns("data", Column.Number("row", Enumerable.Range(0, Rows).ToArray()))
            .WithRole("row", ColumnRole.Feature);

        Assert.Equal("row", Assert.Single(Samples.Compare(data, data).Columns).Name);
    }

    [Fact]
    public void Compare_NothingToJudge_IsInconclusive()
    {
        var data = Dataset.FromColumns(
            "data",
            Column.Category("id", Enumerable.Range(0, Rows).Select(i => (string?)$"k{i}"))
        );

        var report = Samples.Compare(data, data);

        Assert.Equal(Verdict.Inconclusive, report.Verdict);
        AssertRenders(report);
    }

    [Fact]
    public void Compare_Infinities_AreRankedAndTheReportIsMade()
    {
        var reference = Samples.Normal(Rows, 1);
        var current = Samples.Normal(Rows, 2);
        reference[3] = double.PositiveInfinity;
        current[5] = double.NegativeInfinity;

        var report = Samples.Compare(Column.Number("x", reference), Column.Number("x", current));

        Assert.NotEqual(Verdict.Fail, report.Verdict);
        AssertRenders(report);
    }

    [Fact]
    public void Compare_MissingAppears_FailsInMissingness()
    {
        var current = Samples.Normal(Rows, 2);
        for (var i = 0; i < Rows; i += 2)
        {
            current[i] = double.NaN;
        }

        var report = Samples.Compare(Column.Number("x", Samples.Normal(Rows, 1)), Column.Number("x", current));

        Assert.Equal(Verdict.Fail, report["x"].Component(ComponentKind.Missingness)!.Verdict);
        Assert.NotEqual(Verdict.Fail, report["x"].Component(ComponentKind.Value)!.Verdict);
        Assert.Contains(
            "0% to 50%",
            report["x"].Reason.Replace(".0", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Compare_UnseenCategory_FailsInNovelty()
    {
        var reference = Column.Category("c", Samples.Categories(2000, 1, ("a", 0.5), ("b", 0.5)));
        var current = Column.Category("c", Samples.Categories(2000, 2, ("a", 0.4), ("b", 0.4), ("new", 0.2)));

        var report = Samples.Compare(reference, current);

        Assert.Equal(Verdict.Fail, report["c"].Component(ComponentKind.Novelty)!.Verdict);
        Assert.Contains("never seen", report["c"].Reason, StringComparison.Ordinal);
    }

    private static Dataset Reference() =>
        Dataset.FromColumns(
            "reference",
            Column.Number("a", Samples.Normal(Rows, 1)),
            Column.Number("b", Samples.Normal(Rows, 2))
        );

    private static void AssertRenders(DriftReport report)
    {
        var document = report.ToDocument();
        Assert.NotEmpty(document.ToHtml());
        Assert.NotEmpty(document.ToMarkdown());
        Assert.NotEmpty(document.ToText());
        Assert.NotEmpty(report.ToEnvelope().Bytes.ToArray());
        Assert.NotEmpty(report.ToEvidence().Findings);
    }
}
