using System.Globalization;
using Mlops;
using Mlops.Registry;
using Mlops.Registry.Audit;
using Mlops.Registry.Governance;
using Mlops.Registry.Models;
using Mlops.Registry.Policies;
using Mlops.Registry.Stages;
using Mlops.Registry.Transparency;
using Mlops.Reporting;
using Mlops.Reporting.Blocks;

namespace GovernedModel;

/// <summary>What an auditor takes home: where the versions stand, who approved, what speaks for them, and what happened.</summary>
internal static class Dossier
{
    private static readonly AuditAction[] Moves =
    [
        AuditAction.VersionRegistered,
        AuditAction.ReviewRequested,
        AuditAction.Approved,
        AuditAction.Rejected,
        AuditAction.Transitioned,
        AuditAction.AliasMoved,
        AuditAction.RolledBack,
    ];

    public static async Task<IReadOnlyList<AuditEntry>> HistoryAsync(IModelRegistry registry, string model)
    {
        var entries = new List<AuditEntry>();
        string? after = null;
        do
        {
            var page = await registry.GetHistoryAsync(new HistoryQuery(model) { After = after });
            entries.AddRange(page.Items);
            after = page.Next;
        } while (after is not null);

        return entries;
    }

    public static async Task<ReportDocument> WriteAsync(
        IModelRegistry registry,
        AuditVerification verification,
        IReadOnlyList<AuditEntry> history
    )
    {
        var model = await registry.GetModelAsync("credit");
        var page = await registry.SearchVersionsAsync(new VersionFilter { Model = model.Name });
        var versions = page.Items.OrderByDescending(version => version.Key.Number).ToList();
        var standings = new List<VersionStanding>();
        foreach (var version in versions)
        {
            standings.Add(await registry.GetStandingAsync(version.Key));
        }

        var live = versions.Single(version => version.Stage == Stage.Active);
        var standing = standings.Single(item => item.Version == live.Key);
        var verdict = standing.Compliance == ComplianceStatus.Compliant && verification.Status == LogStatus.Verified;
        return new ReportDocument(
            "The credit model and its governance",
            [
                new VerdictBlock(
                    verdict ? Verdict.Pass : Verdict.Inconclusive,
                    $"{live.Key} is in use. It has what its policy asks for, and the log is verified.",
                    $"Its risk is {standing.Tier}. Its bias check is {standing.BiasCheck}, which {standing.Decision.Policy} accepts. The next review is due on {Day(standing.ReviewDue)}."
                ),
                new HeadingBlock(2, "Where the versions stand"),
                Versions(versions, standings),
                new HeadingBlock(2, $"What the policy says about {live.Key}"),
                Rules(standing.Decision),
                new HeadingBlock(2, "Approvals"),
                Approvals(versions, standings),
                new HeadingBlock(2, "Evidence"),
                Evidence(versions),
                new HeadingBlock(2, "Design decisions and risk"),
                new ListBlock([
                    .. live.Decisions.Select(decision => $"{decision.Subject}: {decision.Choice}. {decision.Reason}"),
                ]),
                new DetailsBlock(
                    "Why the risk is high",
                    [new ListBlock([.. live.Risk!.Explain().Split('\n')])],
                    IsOpen: true
                ),
                new HeadingBlock(2, "Does the log hold?"),
                new TextBlock(
                    $"{verification.Status}: {verification.Log.Size} entries, {verification.RecordCount} records, {verification.Log.CheckpointCount} checkpoints from outside the database. Checkpoints vouch for the first {verification.Log.CheckpointedSize} entries."
                ),
                new HeadingBlock(2, "What happened"),
                History(history),
            ]
        )
        {
            Subtitle = model.IntendedUse,
            Verdict = verdict ? Verdict.Pass : Verdict.Inconclusive,
        };
    }

    /// <summary>Prints what moved the versions; runs, evidence and decisions are in the document.</summary>
    public static void Print(IReadOnlyList<AuditEntry> history)
    {
        Console.WriteLine(
            $"{"entry", 5}  {"when", -12}  {"who", -6}  {"what", -17}  {"version", -8}  {"outcome", -7}  detail"
        );
        foreach (var entry in history.Where(entry => Moves.Contains(entry.Action)))
        {
            Console.WriteLine(
                $"{entry.Index, 5}  {When(entry), -12}  {entry.Principal, -6}  {entry.Action, -17}  {entry.Version?.ToString() ?? "", -8}  {entry.Outcome, -7}  {Detail(entry)}".TrimEnd()
            );
        }
    }

    private static TableBlock Versions(List<ModelVersion> versions, List<VersionStanding> standings) =>
        new(
            "Versions, the latest first.",
            [new("Version"), new("What it is"), new("Stage"), new("Risk"), new("Compliance"), new("Bias check")],
            [
                .. versions.Zip(
                    standings,
                    (version, standing) =>
                        (IReadOnlyList<TableCell>)
                            [
                                version.Key.ToString(),
                                version.Definition.Description,
                                version.Stage.ToString(),
                                $"{standing.Tier}",
                                standing.Compliance.ToString(),
                                standing.BiasCheck.ToString(),
                            ]
                ),
            ]
        );

    private static TableBlock Rules(PolicyDecision decision) =>
        new(
            $"The rules of {decision.Policy} for tier {decision.Tier}. The files themselves are read before each step to Active, not here.",
            [new("Rule"), new("Mode"), new("Met"), new("Why")],
            [
                .. decision
                    .Rules.Where(rule => rule.Rule != new RequirementRule(PolicyRequirement.ArtifactsVerified).Id)
                    .Select(rule =>
                        (IReadOnlyList<TableCell>)
                            [rule.Rule, rule.Mode.ToString(), rule.Outcome.ToString(), rule.Message]
                    ),
            ]
        );

    private static TableBlock Approvals(List<ModelVersion> versions, List<VersionStanding> standings) =>
        new(
            "Approvals and rejections, and whether they count today.",
            [new("Version"), new("Who"), new("Role"), new("Ticket"), new("When"), new("Decided"), new("Counts")],
            [
                .. standings
                    .SelectMany(standing => standing.Approvals.Select(item => (standing.Version, item)))
                    .Select(pair =>
                        (IReadOnlyList<TableCell>)
                            [
                                pair.Version.ToString(),
                                pair.item.Approval.Approver,
                                pair.item.Approval.Role,
                                pair.item.Approval.Ticket,
                                Day(pair.item.Approval.At),
                                pair.item.Approval.Outcome.ToString(),
                                pair.item.Counts ? "yes" : $"no: {pair.item.Reason}",
                            ]
                    ),
            ]
        );

    private static TableBlock Evidence(List<ModelVersion> versions) =>
        new(
            "Evidence, by its digest; the documents are in the artifact store.",
            [new("Version"), new("Kind"), new("Verdict"), new("Most against it"), new("Digest")],
            [
                .. versions.SelectMany(version =>
                    version.Evidence.Select(item =>
                        (IReadOnlyList<TableCell>)
                            [
                                version.Key.ToString(),
                                item.Statement.Kind,
                                new TableCell(item.Statement.Verdict.ToString(), item.Statement.Verdict),
                                Against(item),
                                $"{item.Statement.Digest}"[..19] + "…",
                            ]
                    )
                ),
            ]
        );

    private static string Against(AttachedEvidence item) =>
        item.Statement.Findings.FirstOrDefault(finding =>
            finding.Verdict == item.Statement.Verdict && item.Statement.Verdict != Verdict.Pass
        )
            is { } finding
            ? $"{finding.Subject}: {finding.Message}"
            : "nothing";

    private static TableBlock History(IReadOnlyList<AuditEntry> history) =>
        new(
            "The log's entries about the model, the last first; reads are left out.",
            [
                new("Entry", IsNumeric: true),
                new("When"),
                new("Who"),
                new("What"),
                new("Version"),
                new("Outcome"),
                new("Reason"),
            ],
            [
                .. history.Select(entry =>
                    (IReadOnlyList<TableCell>)
                        [
                            $"{entry.Index}",
                            When(entry),
                            entry.Principal,
                            entry.Action.ToString(),
                            entry.Version?.ToString() ?? "",
                            entry.Outcome.ToString(),
                            entry.Reason ?? "",
                        ]
                ),
            ]
        );

    private static string Detail(AuditEntry entry)
    {
        var details = entry.Details;
        return entry.Action switch
        {
            AuditAction.Transitioned when details.TryGetValue("to", out var to) => $"to {to}",
            AuditAction.RolledBack => $"from {details["from"]}",
            AuditAction.AliasMoved => $"{details["alias"]} to {details["alias-to"]}",
            AuditAction.Approved or AuditAction.Rejected => $"{entry.Ticket}",
            _ => "",
        };
    }

    private static string When(AuditEntry entry) => entry.At.ToString("d MMM HH:mm", CultureInfo.InvariantCulture);

    private static string Day(DateTimeOffset? at) =>
        at?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) ?? "no day";
}
