using Mlops.Registry.Models;

namespace Mlops.Registry.Engine;

/// <summary>What of a version goes into the log with a policy's facts.</summary>
internal static class FactRules
{
    /// <summary>The version without what people wrote: no rule reads it, and the log can't forget it.</summary>
    public static ModelVersion WithoutTexts(ModelVersion version) =>
        version with
        {
            Review = version.Review is { } review ? review with { Reason = "" } : null,
            Approvals =
            [
                .. version.Approvals.Select(approval =>
                    approval with
                    {
                        Comment = "",
                        Revocation = approval.Revocation is { } revocation ? revocation with { Reason = "" } : null,
                    }
                ),
            ],
            // Evidence stays withdrawn without the words why; findings stand behind the statement's digest.
            Evidence =
            [
                .. version.Evidence.Select(evidence =>
                    evidence with
                    {
                        Statement = evidence.Statement with { Findings = [] },
                        Withdrawn = evidence.Withdrawn is null ? null : "",
                    }
                ),
            ],
            Retention = version.Retention is { } retention
                ? retention with
                {
                    Holds = [.. retention.Holds.Select(hold => hold with { Reason = "" })],
                }
                : null,
            Decisions = [.. version.Decisions.Select(decision => decision with { Reason = "", Alternatives = [] })],
            Retroactive = version.Retroactive is { } retroactive ? retroactive with { Reason = "" } : null,
        };
}
