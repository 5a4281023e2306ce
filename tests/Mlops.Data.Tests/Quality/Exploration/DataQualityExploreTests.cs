using System.Text.Json;
using Mlops.Data.Quality;
using Mlops.Data.Quality.Exploration;
using Mlops.Data.Quality.Representativeness;
using Mlops.Reporting.Rendering;

namespace Mlops.Data.Tests.Quality.Exploration;

public class DataQualityExploreTests
{
    [Fact]
    public void Explore_AsInTheReadme_TellsWhatToDo()
    {
        Dataset churn = SampleData.Read("telco_churn.csv");
        ExplorationReport report = DataQuality.Explore(
            churn,
            new ExplorationOptions
            {
                Label = "churn",
                Populations =
                [
                    PopulationShares.Of("female", new Dictionary<string, double> { ["1"] = 0.51, ["0"] = 0.49 }),
                ],
            },
            cancellationToken: TestContext.Current.CancellationToken
        );

        Assert.Equal(Verdict.Pass, report.Representativeness[0].Verdict);
        Assert.DoesNotContain(
            report.Findings,
            finding => finding is { Rule: "explore/leakage", Verdict: Verdict.Fail }
        );
        Assert.Contains("What tells the label", report.ToDocument().ToText(width: 100), StringComparison.Ordinal);
    }

    [Fact]
    public void Explore_PlantedFaults_FailsAndNamesThem()
    {
        var data = SampleData.Read("credit_scoring.csv");
        double[] leak =
        [
            .. Enumerable
                .Range(0, data.RowCount)
                .Select(row => (((CategoryColumn)data["Status"])[row] == "bad" ? 10.0 : 0) + (row % 7)),
        ];
        var leaky = SampleData.With(data, Column.Number("days_late_next_year", leak));
        int[] rows = [.. Enumerable.Range(0, leaky.RowCount), .. Enumerable.Range(0, 200)];

        var report = DataQuality.Explore(
            leaky.Take(rows),
            new ExplorationOptions { Label = "Status", Reference = leaky },
            cancellationToken: TestContext.Current.CancellationToken
        );

        Assert.Equal(Verdict.Fail, report.Verdict);
        Assert.Equal(
            ["explore/duplicate-rows", "explore/leakage", "explore/overlap"],
            report
                .Findings.Where(finding => finding is { IsCounted: true, Verdict: Verdict.Fail })
                .Select(finding => finding.Rule)
                .Order(StringComparer.Ordinal)
        );
        Assert.Contains("days_late_next_year", report.ToString(), StringComparison.Ordinal);
        Assert.All(
            report.Findings.Where(finding => finding is { IsCounted: true, Verdict: Verdict.Fail }),
            finding => Assert.NotEmpty(finding.Advice)
        );
        var checks = report.ToChecks();
        Assert.Equal(report.Findings.Count, checks.Checks.Count);
        Assert.Equal(3, checks.Checks.Count(check => check.Verdict == Verdict.Fail));
        Assert.Equal(report.Findings.Count, report.ToEvidence().Findings.Count);
    }

    [Fact]
    public void Explore_Twice_GivesTheSameBytes()
    {
        var data = SampleData.Read("pima_diabetes.csv");
        var options = new ExplorationOptions { Label = "diabetes", Reference = data.Slice(0, 400) };

        byte[] Bytes() =>
            DataQuality
                .Explore(data, options, cancellationToken: TestContext.Current.CancellationToken)
                .ToEnvelope()
                .Bytes.ToArray();

        Assert.Equal(Bytes(), Bytes());
        using var json = JsonDocument.Parse(Bytes());
        Assert.Equal("mlops.data.exploration", json.RootElement.GetProperty("kind").GetString());
    }

    [Theory]
    [InlineData("a,b\n")]
    [InlineData("a\n1\n")]
    [InlineData("a,b\n1,\n2,\n")]
    [InlineData("a,y\n1,0\n1,0\n1,0\n")]
    public void Explore_DataWithHardlyAnything_GivesAReport(string csv)
    {
        var data = Dataset.ParseCsv(csv);
        var report = DataQuality.Explore(
            data,
            new ExplorationOptions
            {
                Label = data.TryGetColumn("y", out _) ? "y" : null,
                Populations = [PopulationShares.Of("a", new Dictionary<string, double> { ["1"] = 1 })],
            },
            cancellationToken: TestContext.Current.CancellationToken
        );

        Assert.NotEmpty(report.ToDocument().ToHtml());
        Assert.NotEmpty(report.ToChecks().Checks);
        Assert.NotEqual(Verdict.Pass, report.Verdict);
    }

    [Fact]
    public void Explore_LabelThatIsNotThere_Throws() =>
        Assert.Throws<ArgumentException>(() =>
            DataQuality.Explore(
                Dataset.ParseCsv("a\n1\n"),
                new ExplorationOptions { Label = "nothing" },
                cancellationToken: TestContext.Current.CancellationToken
            )
        );
}
