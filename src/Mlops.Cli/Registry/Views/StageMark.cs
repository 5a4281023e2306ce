using Mlops.Registry.Governance;
using Mlops.Registry.Models;
using Mlops.Registry.Risk;
using Mlops.Registry.Stages;
using Spectre.Console;

namespace Mlops.Cli.Registry.Views;

/// <summary>Where a version stands, in one word each; the word stands beside the colour.</summary>
internal static class StageMark
{
    public static string Of(Stage stage) =>
        stage switch
        {
            Stage.Active => $"[green]● {stage}[/]",
            Stage.Approved or Stage.Staged => $"[green]○ {stage}[/]",
            Stage.InReview => "[yellow]○ InReview[/]",
            Stage.Rejected or Stage.RolledBack or Stage.Suspended => $"[red]○ {stage}[/]",
            _ => $"○ {stage}",
        };

    public static string Of(ComplianceStatus status) =>
        status switch
        {
            ComplianceStatus.Compliant => "[green]✓ Compliant[/]",
            ComplianceStatus.NonCompliant => "[bold red]✗ NonCompliant[/]",
            _ => "[yellow]? Incomplete[/]",
        };

    public static string Of(BiasCheck check) =>
        check switch
        {
            BiasCheck.Passed => "[green]✓ Passed[/]",
            BiasCheck.Failed => "[bold red]✗ Failed[/]",
            _ => $"[yellow]? {check}[/]",
        };

    /// <summary>The tier of a version, in words.</summary>
    public static string Tier(ModelVersion version) =>
        version.Risk switch
        {
            null => "[yellow]not assessed[/]",
            { Tier: { } tier } => tier == RiskTier.High ? "[bold]High[/]" : Markup.Escape(tier.ToString()),
            _ => "[bold red]prohibited[/]",
        };
}
