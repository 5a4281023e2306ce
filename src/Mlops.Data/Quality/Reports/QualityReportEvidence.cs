using Mlops.Evidence;

namespace Mlops.Data.Quality.Reports;

/// <summary>Says what a quality report attests.</summary>
internal static class QualityReportEvidence
{
    public static EvidenceStatement Of(DataQualityReport report) =>
        new(
            QualityReportJson.Kind,
            QualityReportJson.SchemaVersion,
            report.ToEnvelope().Digest,
            [.. Subjects(report)],
            report.Verdict,
            [
                .. report.Results.Select(result => new Finding(
                    result.Verdict switch
                    {
                        Verdict.Pass => "quality.constraint.kept",
                        Verdict.Fail when !result.IsCounted => "quality.constraint.warned",
                        Verdict.Fail => "quality.constraint.violated",
                        _ => "quality.constraint.inconclusive",
                    },
                    result.Constraint.Id,
                    result.Verdict,
                    result.Reason
                )),
            ]
        );

    private static IEnumerable<EvidenceSubject> Subjects(DataQualityReport report)
    {
        if (report.Data.Digest is { } data)
        {
            yield return new EvidenceSubject("data", data);
        }

        if (report.Constraints.Reference?.Digest is { } reference)
        {
            yield return new EvidenceSubject("reference", reference);
        }
    }
}
