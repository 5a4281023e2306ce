namespace Mlops.Cli.Outputs;

/// <summary>A verdict on a console. The word stands beside the colour, so that nothing is lost without colours.</summary>
internal static class VerdictMark
{
    public static string Of(Verdict verdict) =>
        verdict switch
        {
            Verdict.Fail => "[bold red]✗ Fail[/]",
            Verdict.Pass => "[green]✓ Pass[/]",
            _ => "[yellow]? Inconclusive[/]",
        };
}
