using Mlops.Cli.Registry.Statements;
using Mlops.Data;
using Mlops.Data.Quality;
using Mlops.Data.Quality.Exploration;
using Mlops.Drift;
using Mlops.Evidence;
using Mlops.Serialization;

namespace Mlops.Cli.Tests.Registry;

public sealed class ReportStatementTests
{
    [Fact]
    public void Read_OfADriftReport_IsTheReportsOwnStatement()
    {
        using var run = new CliRun();
        var reference = Dataset.ReadCsv(
            run.Numbers("a.csv", 400),
            cancellationToken: TestContext.Current.CancellationToken
        );
        var current = Dataset.ReadCsv(
            run.Numbers("b.csv", 300, shift: 1),
            cancellationToken: TestContext.Current.CancellationToken
        );
        var report = DriftBaseline.Fit(reference).Compare(current);

        Same(report.ToEvidence(), report.ToEnvelope());
    }

    [Fact]
    public void Read_OfAnExploration_IsTheReportsOwnStatement()
    {
        using var run = new CliRun();
        var data = Dataset.ReadCsv(run.Numbers("a.csv", 400), cancellationToken: TestContext.Current.CancellationToken);
        var report = DataQuality.Explore(
            data,
            new ExplorationOptions { Reference = data },
            cancellationToken: TestContext.Current.CancellationToken
        );

        Same(report.ToEvidence(), report.ToEnvelope());
    }

    private static void Same(EvidenceStatement expected, Envelope envelope)
    {
        var read = ReportStatement.Read("report.json", envelope.Bytes);

        Assert.Equal(expected.Subjects, read.Subjects);
        Assert.Equal(expected.Findings, read.Findings);
        Assert.Equal(
            (expected.Kind, expected.SchemaVersion, expected.Digest, expected.Verdict),
            (read.Kind, read.SchemaVersion, read.Digest, read.Verdict)
        );
    }
}
