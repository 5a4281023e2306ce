using System.Globalization;
using Mlops.Evidence;
using Mlops.Reporting.Checks;

namespace Mlops.Data.Quality.Exploration;

/// <summary>Says an exploration as checks and as evidence. The ids are what code hosts know an alert by: they never change.</summary>
internal static class ExplorationChecks
{
    public static CheckSuite Of(ExplorationReport report) =>
        new("data exploration", report.Verdict, [.. report.Findings.Select(Of)])
        {
            Properties =
            [
                new CheckProperty("data", report.Data.Name),
                new CheckProperty("rows", report.Data.RowCount.ToString(CultureInfo.InvariantCulture)),
                new CheckProperty("dataDigest", report.Data.Digest?.ToString() ?? ""),
                new CheckProperty("referenceDigest", report.Reference?.Digest?.ToString() ?? ""),
                new CheckProperty("reportDigest", report.ToEnvelope().Digest.ToString()),
            ],
        };

    public static EvidenceStatement Evidence(ExplorationReport report) =>
        new(
            ExplorationJson.Kind,
            ExplorationJson.SchemaVersion,
            report.ToEnvelope().Digest,
            [.. Subjects(report)],
            report.Verdict,
            [
                .. report.Findings.Select(finding => new Finding(
                    finding.Verdict switch
                    {
                        Verdict.Pass => "quality.exploration.kept",
                        Verdict.Fail when !finding.IsCounted => "quality.exploration.hinted",
                        Verdict.Fail => "quality.exploration.failed",
                        _ => "quality.exploration.inconclusive",
                    },
                    ExplorationSentences.Name(finding),
                    finding.Verdict,
                    finding.Reason
                )),
            ]
        );

    private static IEnumerable<EvidenceSubject> Subjects(ExplorationReport report)
    {
        if (report.Data.Digest is { } data)
        {
            yield return new EvidenceSubject("data", data);
        }

        if (report.Reference?.Digest is { } reference)
        {
            yield return new EvidenceSubject("reference", reference);
        }
    }

    private static CheckResult Of(ExplorationFinding finding)
    {
        var isHint = !finding.IsCounted && finding.Verdict == Verdict.Fail;
        return new CheckResult(
            RuleOf(finding.Rule),
            ExplorationSentences.Name(finding),
            finding.Subject,
            isHint ? Verdict.Inconclusive : finding.Verdict,
            isHint ? $"Hint: {finding.Reason}" : finding.Reason
        )
        {
            Details = string.Join('\n', Details(finding)),
            Measures = [.. Measures(finding)],
        };
    }

    private static CheckRule RuleOf(string rule) =>
        rule switch
        {
            LeakageFindings.Feature => new(rule, "No feature alone tells the label too well to be honest."),
            LeakageFindings.Missingness => new(rule, "That a value is missing does not tell the label."),
            LeakageFindings.Overlap => new(rule, "No more rows occur in the reference than chance explains."),
            LeakageFindings.Time => new(rule, "Every row comes after the reference."),
            LabelFindings.Contradictory => new(rule, "Rows with the same features have the same label."),
            LabelFindings.Noise => new(rule, "Labels agree with those of the nearest rows."),
            RowFindings.Rows => new(rule, "No row comes twice."),
            RowFindings.Columns => new(rule, "No two columns say the same."),
            RowFindings.Key => new(rule, "What is nearly a key is one."),
            RowFindings.Outlier => new(rule, "Few values lie far out."),
            _ => new(rule, "The rows represent the population."),
        };

    private static IEnumerable<string> Details(ExplorationFinding finding)
    {
        if (finding.Advice.Length > 0)
        {
            yield return $"what to do: {finding.Advice}";
        }

        if (finding.Rows.Count > 0)
        {
            yield return $"first rows: {ExplorationSentences.Rows(finding)}";
        }
    }

    private static IEnumerable<CheckMeasure> Measures(ExplorationFinding finding)
    {
        if (!double.IsNaN(finding.Observed))
        {
            yield return new CheckMeasure("observed", finding.Observed);
        }

        if (!double.IsNaN(finding.Bound))
        {
            yield return new CheckMeasure("bound", finding.Bound);
        }

        if (finding.Interval is { } interval)
        {
            yield return new CheckMeasure("lower", interval.Lower);
            yield return new CheckMeasure("upper", interval.Upper);
        }
    }
}
