using System.Text;
using Mlops.Data.Quality;
using Mlops.Data.Quality.Constraints;
using Mlops.Reporting.Rendering;

namespace Mlops.Data.Tests.Quality;

public class DataQualityReportTests
{
    private static DataQualityReport Report()
    {
        var data = Dataset.FromColumns(
            "orders.csv",
            Column.Number("amount", [10, -2.0, 5, -1]),
            Column.Category("plan", ["<b>", "\uD800", "full", "full"]),
            Column.Number("extra", [1, 2, 3, 4])
        );
        return DataQuality.Check(
            data,
            new DataConstraints(
                new ColumnExistsConstraint("plan"),
                new RangeConstraint("amount", 0, null),
                new DomainConstraint("plan", ["full"]),
                new MissingShareConstraint("amount", 0.01),
                new UniquenessConstraint("plan") { Severity = ConstraintSeverity.Warning }
            )
        );
    }

    [Fact]
    public void ToDocument_SaysTheAnswerWhatToDoAndTheRows()
    {
        var text = Report().ToDocument().ToText(width: 160);

        Assert.Contains(
            "The data violate 2 of 4 constraints: amount/range, plan/domain.",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("1 kept, 2 violated, 1 that can't be told; 1 warning besides.", text, StringComparison.Ordinal);
        Assert.Contains("amount/range: Look for another unit", text, StringComparison.Ordinal);
        Assert.Contains("No constraint names extra.", text, StringComparison.Ordinal);
        Assert.Contains("amount/missing: Check 299 rows or more", text, StringComparison.Ordinal);
        var html = Report().ToDocument().ToHtml();
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;", html, StringComparison.Ordinal);
        Assert.NotEmpty(Report().ToDocument().ToMarkdown());
    }

    [Fact]
    public void ToChecks_HasAResultForEachConstraint()
    {
        var suite = Report().ToChecks();

        Assert.Equal(("data quality", Verdict.Fail), (suite.Name, suite.Verdict));
        Assert.Equal(
            ["plan/exists", "amount/range", "plan/domain", "amount/missing", "plan/unique"],
            suite.Checks.Select(check => check.Name)
        );
        var range = suite.Checks[1];
        Assert.Equal(("quality/range", "amount", Verdict.Fail), (range.Rule.Id, range.Group, range.Verdict));
        Assert.Contains("row 2: -2", range.Details, StringComparison.Ordinal);
        Assert.Equal(0.5, range.Measures.Single(measure => measure.Name == "observed").Value);
        Assert.Contains("quality/range", suite.ToSarif(), StringComparison.Ordinal);
        Assert.Contains("amount/range", suite.ToJUnit(), StringComparison.Ordinal);
    }

    [Fact]
    public void ToEnvelope_TheSameData_GivesTheSameBytes()
    {
        Assert.Equal(
            Encoding.UTF8.GetString(Report().ToEnvelope().Bytes.Span),
            Encoding.UTF8.GetString(Report().ToEnvelope().Bytes.Span)
        );
        var evidence = Report().ToEvidence();
        Assert.Equal(Verdict.Fail, evidence.Verdict);
        Assert.Equal(Report().ToEnvelope().Digest, evidence.Digest);
        Assert.Equal(5, evidence.Findings.Count);
    }

    [Fact]
    public void Indexer_AnUnknownId_SaysWhatThereIs() =>
        Assert.Contains(
            "amount/range",
            Assert.Throws<KeyNotFoundException>(() => Report()["amount"]).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void ToString_IsTheVerdictInASentence() =>
        Assert.StartsWith("Fail: The data violate 2 of 4", Report().ToString(), StringComparison.Ordinal);
}
