using Mlops.Registry.Governance;
using Mlops.Registry.Models;
using Mlops.Registry.Policies;
using Mlops.Registry.Stages;
using Spectre.Console;

namespace Mlops.Cli.Registry.Views;

/// <summary>A version for people: where it stands, what stands behind it, and what it lacks.</summary>
internal sealed class VersionView(
    RegistryConsole console,
    ModelVersion version,
    VersionStanding standing,
    PolicyDecision decision,
    IReadOnlyList<ModelAlias> aliases
)
{
    public void Write()
    {
        Head();
        Risk();
        Evidence();
        Approvals();
        Policy();
        console.Next(NextSteps.Of(version, decision, aliases.Count > 0));
    }

    private void Head()
    {
        console.Hanging(
            $"[bold]{Markup.Escape(version.Key.ToString())}[/]",
            $"{StageMark.Of(version.Stage)}   {StageMark.Of(standing.Compliance)}   tier {StageMark.Tier(version)}"
        );
        var definition = version.Definition;
        var lineage = definition.Lineage;
        console.Facts(
            ("Description", definition.Description),
            ("Registered", $"{Words.Time(version.CreatedAt)} by {version.Author}{With(version.Contributors)}"),
            ("Aliases", string.Join(", ", aliases.Select(alias => $"{alias.Name} (revision {alias.Revision})"))),
            ("Active since", version is { Stage: Stage.Active, ActivatedAt: { } since } ? Words.Time(since) : null),
            (
                "Artifacts",
                definition.Artifacts.Files.Count == 0
                    ? "none"
                    : $"{Words.Count(definition.Artifacts.Files.Count, "file")}, {Words.Count(definition.Artifacts.TotalLength, "byte")}, root {Words.Short(definition.Artifacts.Root)}"
            ),
            (
                "Signature",
                definition.Signature is { } signature
                    ? $"{Words.Count(signature.Inputs.Count, "input")}, {Words.Count(signature.Outputs.Count, "output")}"
                    : null
            ),
            (
                "Data",
                string.Join(
                    ", ",
                    lineage.DataSets.Select(data => $"{data.Name} ({data.Role}, {Words.Short(data.Digest)})")
                )
            ),
            ("Code", lineage.Code is { } code ? $"{code.Repository}@{code.Commit}" : null),
            ("Parent", lineage.Parent?.ToString()),
            ("Run", definition.Run),
            ("Tags", string.Join(", ", definition.Tags.Select(tag => $"{tag.Key}={tag.Value}"))),
            (
                "Decisions",
                string.Join(
                    "; ",
                    version.Decisions.Select(each => $"{each.Subject}: {each.Choice}, because {each.Reason}")
                )
            ),
            (
                "Holds",
                version.Retention is { } kept
                    ? string.Join(", ", kept.Holds.Where(hold => hold.ReleasedAt is null).Select(hold => hold.Matter))
                    : null
            )
        );
        if (version.Retroactive is { } late)
        {
            console.Heading(
                $"Registered after the fact: live since {Words.Time(late.LiveSince)}, as {version.Author} says"
            );
            console.Facts([("Why so late", late.Reason), .. late.Gaps.Select(gap => (gap.Code, (string?)gap.Message))]);
        }
    }

    private void Risk()
    {
        console.Heading("Risk");
        console.Notes(
            version.Risk is { } risk ? risk.Explain().Split('\n') : ["Not assessed: the policy treats it as high."]
        );
    }

    private void Evidence()
    {
        console.Heading("Evidence");
        if (version.Evidence.Count == 0)
        {
            console.Notes("None.");
            return;
        }

        console.Table(
            ["Kind", "Verdict|", "Made", "Digest|", "By"],
            version.Evidence.Select(item =>
                (IReadOnlyList<string>)
                    [
                        Markup.Escape(item.Statement.Kind),
                        item.Withdrawn is null ? Outputs.VerdictMark.Of(item.Statement.Verdict) : "[grey]withdrawn[/]",
                        Markup.Escape(item.Withdrawn is { } why ? why : Words.Age(item.FreshSince(), standing.At)),
                        Words.Short(item.Statement.Digest),
                        Markup.Escape(item.AttachedBy),
                    ]
            )
        );
        console.Notes($"Bias check: {standing.BiasCheck}.");
    }

    private void Approvals()
    {
        console.Heading("Approvals");
        if (standing.Approvals.Count == 0)
        {
            console.Notes(
                version.Review is { } review
                    ? $"None; {review.By} asked for a review {Words.Age(review.At, standing.At)}: {review.Reason}"
                    : "None; nobody has asked for a review."
            );
            return;
        }

        console.Table(
            ["#|", "Decision|", "By|", "Role|", "Ticket", "Counts", "Until|"],
            standing.Approvals.Select(each =>
                (IReadOnlyList<string>)
                    [
                        $"{each.Approval.Id}",
                        each.Approval.Outcome == Mlops.Registry.Approvals.ApprovalOutcome.Approved
                            ? "[green]approved[/]"
                            : "[red]rejected[/]",
                        Markup.Escape(each.Approval.Approver),
                        Markup.Escape(each.Approval.Role),
                        Markup.Escape(each.Approval.Ticket),
                        each.Counts ? "[green]✓ yes[/]" : $"[red]✗ no[/]: {Markup.Escape(each.Reason)}",
                        each.Approval.ExpiresAt is { } until ? Words.Time(until)[..10] : "",
                    ]
            )
        );
        console.Notes(
            version
                .Approvals.Where(each => each.Comment.Length > 0)
                .Select(each => $"{each.Id}, {each.Approver}: {each.Comment}")
        );
    }

    private void Policy()
    {
        console.Heading(
            version.Stage == Stage.Active
                ? $"What {decision.Policy} says to it now: {RuleTable.Sum(decision)}"
                : $"What {decision.Policy} wants before it is active: {RuleTable.Sum(decision)}"
        );
        RuleTable.Write(console, decision);
    }

    private static string With(IReadOnlyList<string> contributors) =>
        contributors.Count == 0 ? "" : $", with {string.Join(", ", contributors)}";
}
