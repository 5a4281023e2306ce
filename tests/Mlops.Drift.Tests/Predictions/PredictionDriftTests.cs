using Mlops.Data;
using Mlops.Drift.Predictions;
using Mlops.Reporting.Rendering;

namespace Mlops.Drift.Tests.Predictions;

public class PredictionDriftTests
{
    [Fact]
    public void OfScores_Probabilities_AreSaidToBe()
    {
        double[] before = [.. Enumerable.Range(0, 2000).Select(i => i / 2000.0)],
            now = [.. before.Select(p => Math.Sqrt(p))];

        var report = PredictionDrift.OfScores(before, now);

        Assert.Equal(Verdict.Fail, report.Verdict);
        Assert.Equal(ColumnRole.Prediction, report[PredictionDrift.ColumnName].Role);
        Assert.Contains("mean predicted probability went from 0.49", Words(report), StringComparison.Ordinal);
    }

    [Fact]
    public void OfClasses_AShareThatGrows_IsNamed()
    {
        var before = Enumerable.Range(0, 1000).Select(i => i % 5 == 0 ? "yes" : "no");
        var now = Enumerable.Range(0, 1000).Select(i => i % 2 == 0 ? "yes" : "no");

        var report = PredictionDrift.OfClasses(before, now);

        Assert.Equal(Verdict.Fail, report.Verdict);
        Assert.Contains("from 20.0% to 50.0%", Words(report), StringComparison.Ordinal);
    }

    [Fact]
    public void Report_PredictionsMovedAndFeaturesDidNot_SaysWhereToLook()
    {
        var x = Samples.Normal(4000, 1);
        var reference = Data("then", x, [.. x.Select(v => v > 1)], x);
        var report = DriftBaseline
            .Fit(reference)
            .Compare(Data("now", x, [.. x.Select(v => v > 1)], [.. x.Select(v => v + 2)]));

        Assert.Contains("Predictions moved though no feature surely did", Words(report), StringComparison.Ordinal);
        Assert.Contains("Predictions moved and the label did not", Words(report), StringComparison.Ordinal);
        Assert.Equal(["score"], report.ColumnsOf(ColumnRole.Prediction).Select(column => column.Name));
    }

    [Fact]
    public void Report_FeaturesAndLabelMovedAlone_SaysSo()
    {
        var x = Samples.Normal(4000, 1);
        var reference = Data("then", x, [.. x.Select(v => v > 1)], x);
        var report = DriftBaseline
            .Fit(reference)
            .Compare(Data("now", [.. x.Select(v => v + 2)], [.. x.Select(v => v > -1)], x));

        Assert.Contains("Features moved and predictions did not", Words(report), StringComparison.Ordinal);
        Assert.Contains("The label moved and predictions did not follow", Words(report), StringComparison.Ordinal);
    }

    [Fact]
    public void Report_WithoutPredictionsAndLabels_HasNoSuchSection()
    {
        var report = Samples.Compare(
            Samples.Numbers("a", Samples.Normal(100, 1)),
            Samples.Numbers("b", Samples.Normal(100, 2))
        );

        Assert.DoesNotContain("Predictions and labels", report.ToDocument().ToMarkdown(), StringComparison.Ordinal);
    }

    // Lines are broken in text; in Markdown a sentence is a line.
    private static string Words(DriftReport report) => report.ToDocument().ToMarkdown();

    private static Dataset Data(string name, double[] x, bool[] label, double[] score) =>
        Dataset
            .FromColumns(name, Column.Number("x", x), Column.Boolean("y", label), Column.Number("score", score))
            .WithRole("y", ColumnRole.Label)
            .WithRole("score", ColumnRole.Prediction);
}
