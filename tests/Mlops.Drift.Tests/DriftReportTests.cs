using System.Text;
using System.Text.Json;
using Mlops.Data;
using Mlops.Serialization;

namespace Mlops.Drift.Tests;

public class DriftReportTests
{
    [Fact]
    public void ToEvidence_AReport_NamesItsSubjectsByDigest()
    {
        var (reference, current) = (DriftBaselineTests.Mixed(400, 1), DriftBaselineTests.Mixed(400, 2));
        var baseline = DriftBaseline.Fit(reference);

        var report = baseline.Compare(current);
        var evidence = report.ToEvidence();

        Assert.Equal(report.Verdict, evidence.Verdict);
        Assert.Equal(report.ToEnvelope().Digest, evidence.Digest);
        Assert.Equal(baseline.Digest, evidence.Subjects.Single(subject => subject.Name == "baseline").Digest);
        Assert.Equal(reference.Digest, evidence.Subjects.Single(subject => subject.Name == "reference").Digest);
        Assert.Equal(current.Digest, evidence.Subjects.Single(subject => subject.Name == "current").Digest);
        Assert.Equal(report.Columns.Count + report.Omitted.Count, evidence.Findings.Count);
    }

    [Fact]
    public void ToEnvelope_AReport_IsCanonicalAndOpens()
    {
        var report = Samples.Compare(DriftBaselineTests.Mixed(400, 1), DriftBaselineTests.Mixed(400, 2));

        var bytes = report.ToEnvelope().Bytes;
        var opened = Envelope.Open(bytes, "mlops.drift.report", 3);
        using var document = JsonDocument.Parse(bytes);

        Assert.Equal(CanonicalJson.Serialize(document.RootElement), bytes.ToArray());
        Assert.Equal(report.ToEnvelope().Digest, opened.Digest);
        Assert.Equal(report.Verdict.ToString(), opened.Payload.GetProperty("verdict").GetString());
        Assert.Equal(4, opened.Payload.GetProperty("columns").GetArrayLength());
    }

    [Fact]
    public void Contributors_ADriftedColumn_ComesFirst()
    {
        var reference = Dataset.FromColumns(
            "a",
            Column.Number("x", Samples.Normal(2000, 1)),
            Column.Number("y", Samples.Normal(2000, 2))
        );
        var current = Dataset.FromColumns(
            "b",
            Column.Number("x", Samples.Normal(2000, 3)),
            Column.Number("y", Samples.Normal(2000, 4, shift: 1))
        );

        var report = Samples.Compare(reference, current);

        Assert.Equal("y", report.Contributors[0].Name);
        Assert.Equal(1, report.Columns.Sum(column => column.Contribution), 1e-12);
        Assert.Equal("y", Assert.Single(report.With(Verdict.Fail)).Name);
    }

    [Fact]
    public void Families_LabelsAndFeatures_AreAdjustedApart()
    {
        // Forty unchanged features stand beside one label: its p-value must not be multiplied by them.
        List<Column> Columns(int seed, double shift) =>
            [
                .. Enumerable.Range(0, 40).Select(i => Column.Number($"f{i}", Samples.Normal(200, seed + i))),
                Column.Number("label", Samples.Normal(200, seed + 90, shift)),
            ];
        var reference = Dataset.FromColumns("a", Columns(1, 0)).WithRole("label", ColumnRole.Label);
        var current = Dataset.FromColumns("b", Columns(200, 0.6));

        var report = Samples.Compare(reference, current);

        var value = report["label"].Component(ComponentKind.Value)!;
        Assert.True(value.AdjustedDriftPValue <= 3 * value.Test.DriftPValue + 1e-15);
        Assert.Equal(ColumnRole.Label, report["label"].Role);
    }

    [Fact]
    public void Verdict_WithinTheTolerableFailedShare_Passes()
    {
        var reference = Dataset.FromColumns(
            "a",
            Column.Number("x", Samples.Normal(5000, 1)),
            Column.Number("y", Samples.Normal(5000, 2))
        );
        var current = Dataset.FromColumns(
            "b",
            Column.Number("x", Samples.Normal(5000, 3)),
            Column.Number("y", Samples.Normal(5000, 4, shift: 1))
        );

        Assert.Equal(Verdict.Fail, Samples.Compare(reference, current).Verdict);
        Assert.Equal(
            Verdict.Pass,
            Samples.Compare(reference, current, DriftOptions.Default with { TolerableFailedShare = 0.5 }).Verdict
        );
    }

    [Fact]
    public void Compare_UnderAnotherCulture_GivesTheSameBytes()
    {
        var (reference, current) = (DriftBaselineTests.Mixed(400, 1), DriftBaselineTests.Mixed(400, 2));
        var invariant = Samples.Compare(reference, current).ToEnvelope().Bytes.ToArray();
        var before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = new System.Globalization.CultureInfo("de-DE");
            Assert.Equal(
                Encoding.UTF8.GetString(invariant),
                Encoding.UTF8.GetString(Samples.Compare(reference, current).ToEnvelope().Bytes.Span)
            );
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [Fact]
    public void Item_UnknownColumn_SaysWhichThereAre()
    {
        var report = Samples.Compare(DriftBaselineTests.Mixed(50, 1), DriftBaselineTests.Mixed(50, 2));

        var error = Assert.Throws<KeyNotFoundException>(() => report["nowhere"]);

        Assert.Contains("category", error.Message, StringComparison.Ordinal);
    }
}
