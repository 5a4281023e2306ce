using Mlops.Registry.Approvals;
using Mlops.Registry.Governance;
using Mlops.Registry.Models;
using Mlops.Registry.Policies;
using Mlops.Reporting;
using Mlops.Reporting.Blocks;

namespace Mlops.Registry.Documents;

/// <summary>Lays out the governance record of a version.</summary>
internal static class StandingDocument
{
    public static ReportDocument Of(VersionStanding standing, ModelVersion version)
    {
        var verdict = standing.Compliance switch
        {
            ComplianceStatus.Compliant => Verdict.Pass,
            ComplianceStatus.NonCompliant => Verdict.Fail,
            _ => Verdict.Inconclusive,
        };
        List<ReportBlock> blocks =
        [
            new VerdictBlock(
                verdict,
                RegistrySentences.Headline(standing, version),
                RegistrySentences.State(standing, version)
            ),
        ];
        string[] steps = [.. RegistrySentences.ToDo(standing)];
        if (steps.Length > 0)
        {
            blocks.Add(new HeadingBlock(2, "What is missing before it may become active"));
            blocks.Add(new ListBlock(steps));
        }

        blocks.AddRange(Risk(version));
        blocks.Add(new HeadingBlock(2, "Evidence"));
        blocks.Add(Evidence(version));
        blocks.Add(new HeadingBlock(2, "Approvals"));
        blocks.Add(Approvals(standing));
        blocks.Add(new HeadingBlock(2, $"Every rule of policy {standing.Decision.Policy}"));
        blocks.Add(Rules(standing.Decision));
        blocks.AddRange(Definition(version));
        return new ReportDocument("Governance record", blocks) { Subtitle = version.Key.ToString(), Verdict = verdict };
    }

    private static IEnumerable<ReportBlock> Risk(ModelVersion version)
    {
        yield return new HeadingBlock(2, "Risk");
        if (version.Risk is not { } risk)
        {
            yield return new TextBlock("It has not been assessed, and is treated as high.");
            yield break;
        }

        yield return new ListBlock(risk.Explain().Split('\n'));
    }

    private static ReportBlock Evidence(ModelVersion version) =>
        version.Evidence.Count == 0
            ? new TextBlock("Nothing has been attached.")
            : new TableBlock(
                "Each document that was attached, by its digest.",
                [
                    new TableColumn("Kind"),
                    new TableColumn("Verdict"),
                    new TableColumn("Made"),
                    new TableColumn("Attached by"),
                    new TableColumn("Digest"),
                    new TableColumn("Note"),
                ],
                [
                    .. version.Evidence.Select(evidence =>
                        (IReadOnlyList<TableCell>)
                            [
                                evidence.Statement.Kind,
                                new TableCell("", evidence.Statement.Verdict),
                                RegistrySentences.Time(evidence.FreshSince()),
                                evidence.AttachedBy,
                                RegistrySentences.Short(evidence.Statement.Digest),
                                evidence.Withdrawn is { } reason ? $"withdrawn: {reason}" : "",
                            ]
                    ),
                ]
            );

    private static ReportBlock Approvals(VersionStanding standing) =>
        standing.Approvals.Count == 0
            ? new TextBlock("Nobody has decided yet.")
            : new TableBlock(
                "Each decision, and whether it counts now.",
                [
                    new TableColumn("Decision"),
                    new TableColumn("By"),
                    new TableColumn("Role"),
                    new TableColumn("Ticket"),
                    new TableColumn("When"),
                    new TableColumn("Until"),
                    new TableColumn("Counts"),
                ],
                [
                    .. standing.Approvals.Select(item =>
                        (IReadOnlyList<TableCell>)
                            [
                                item.Approval.Outcome == ApprovalOutcome.Approved ? "approved" : "rejected",
                                item.Approval.DelegatedBy is { } from
                                    ? $"{item.Approval.Approver} for {from}"
                                    : item.Approval.Approver,
                                item.Approval.Role,
                                item.Approval.Ticket,
                                RegistrySentences.Time(item.Approval.At),
                                item.Approval.ExpiresAt is { } end ? RegistrySentences.Time(end) : "no end",
                                item.Counts ? "yes" : $"no: {item.Reason}",
                            ]
                    ),
                ]
            );

    private static TableBlock Rules(PolicyDecision decision) =>
        new(
            "What each rule says about becoming active now.",
            [new TableColumn("Rule"), new TableColumn("Met"), new TableColumn("If not"), new TableColumn("Why")],
            [
                .. decision
                    .Rules.OrderBy(rule => rule.Outcome != RuleOutcome.NotMet)
                    .ThenByDescending(rule => rule.Mode)
                    .Select(rule =>
                        (IReadOnlyList<TableCell>)
                            [
                                rule.Rule,
                                rule.Outcome switch
                                {
                                    RuleOutcome.Met => new TableCell("", Verdict.Pass),
                                    RuleOutcome.NotMet => new TableCell("", Verdict.Fail),
                                    _ => "does not apply",
                                },
                                rule.Mode switch
                                {
                                    RuleMode.Enforce => "refuses",
                                    RuleMode.Warn => "warns",
                                    _ => "is written down",
                                },
                                rule.Message,
                            ]
                    ),
            ]
        );

    private static IEnumerable<ReportBlock> Definition(ModelVersion version)
    {
        yield return new HeadingBlock(2, "What it is");
        var definition = version.Definition;
        List<string> facts =
        [
            $"Registered by {version.Author} on {RegistrySentences.Time(version.CreatedAt)}; definition {version.DefinitionDigest}.",
        ];
        if (definition.Description.Length > 0)
        {
            facts.Add(definition.Description);
        }

        facts.AddRange(definition.Artifacts.Files.Select(file => $"File {file}"));
        facts.AddRange(
            definition.Lineage.DataSets.Select(data =>
                $"Data, {data.Role}: {data.Name}, {data.Digest}{(data.Origin is { } origin ? $", from {origin}" : "")}"
            )
        );
        if (definition.Lineage.Code is { } code)
        {
            facts.Add($"Code: {code.Repository} at {code.Commit}");
        }

        if (definition.Lineage.Parent is { } parent)
        {
            facts.Add($"Made from {parent}.");
        }

        facts.AddRange(
            version.Decisions.Select(decision =>
                $"{decision.Kind}, {decision.Subject}: {decision.Choice}. {decision.Reason} ({decision.DecidedBy})"
            )
        );
        if (version.Retroactive is { } retroactive)
        {
            facts.Add(
                $"Registered after the fact; said to be in use since {RegistrySentences.Time(retroactive.LiveSince)}: {retroactive.Reason}"
            );
            facts.AddRange(retroactive.Gaps.Select(gap => $"Gap, {gap.Code}: {gap.Message}"));
        }

        yield return new ListBlock(facts);
    }
}
