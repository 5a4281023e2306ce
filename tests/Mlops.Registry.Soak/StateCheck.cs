using Mlops.Registry.Audit;
using Mlops.Registry.Models;
using Mlops.Registry.Transparency;

namespace Mlops.Registry.Soak;

/// <summary>Holds the records against the log and against what writers were told.</summary>
internal static class StateCheck
{
    /// <summary>Versions without gaps, approvals and evidence that were acknowledged, the alias where it should be.</summary>
    public static async Task RecordsAsync(ModelRegistry registry, LogCheck log)
    {
        var auditor = new Actors(registry, "check").Auditor;
        var tickets = new HashSet<string>(StringComparer.Ordinal);
        var evidence = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in SharedModels.Names)
        {
            var numbers = await NumbersAsync(auditor, name, tickets, evidence);
            var expected = log.Versions.GetValueOrDefault(name);
            var model = await auditor.GetModelAsync(name);
            if (model.VersionCount != expected || !numbers.Order().SequenceEqual(Enumerable.Range(1, expected)))
            {
                log.Faults.Add(
                    $"{name} has {numbers.Count} versions and counts {model.VersionCount}; the log has {expected}."
                );
            }
        }

        log.Faults.AddRange(
            log.AcknowledgedOf(AuditAction.Approved)
                .Where(change => !tickets.Contains(change))
                .Select(change => $"Approval {change} was acknowledged, and its version does not have it.")
        );
        log.Faults.AddRange(
            log.AcknowledgedOf(AuditAction.EvidenceAttached)
                .Where(change => !evidence.Contains(change))
                .Select(change => $"Evidence {change} was acknowledged, and its version does not have it.")
        );
        if (log.AliasRevision > 0)
        {
            var alias = await auditor.GetAliasAsync(SharedModels.OfAlias, SharedModels.Alias);
            if (alias.Revision != log.AliasRevision)
            {
                log.Faults.Add(
                    $"The alias is at revision {alias.Revision}; the log moved it {log.AliasRevision} times."
                );
            }
        }
    }

    /// <summary>The log against itself, the checkpoints, and the records.</summary>
    public static async Task<AuditVerification> VerifyAsync(ModelRegistry registry, LogCheck log)
    {
        var verification = await new Actors(registry, "check").Auditor.VerifyAsync();
        if (verification.Status != LogStatus.Verified)
        {
            var findings = verification
                .Log.Findings.Select(finding => finding.Message)
                .Concat(verification.Records.Select(finding => finding.Message));
            log.Faults.Add($"The log is {verification.Status}: {string.Join(" ", findings.Take(5))}");
        }

        return verification;
    }

    private static async Task<List<int>> NumbersAsync(
        IModelRegistry auditor,
        string model,
        HashSet<string> tickets,
        HashSet<string> evidence
    )
    {
        var numbers = new List<int>();
        string? after = null;
        do
        {
            var page = await auditor.SearchVersionsAsync(
                new VersionFilter
                {
                    Model = model,
                    Order = VersionOrder.Number,
                    Limit = 1000,
                    After = after,
                }
            );
            foreach (var version in page.Items)
            {
                numbers.Add(version.Key.Number);
                tickets.UnionWith(version.Approvals.Select(approval => approval.Ticket));
                evidence.UnionWith(
                    version.Evidence.Select(attached => attached.Statement.Kind[Writer.EvidenceKind.Length..])
                );
            }

            after = page.Next;
        } while (after is not null);

        return numbers;
    }
}
