namespace Mlops.Cli.Outputs;

/// <summary>Where the report is to be written, and which verdicts fail.</summary>
internal sealed record OutputRequest
{
    public string? Html { get; init; }

    public string? Json { get; init; }

    public string? Markdown { get; init; }

    public string? JUnit { get; init; }

    public string? Sarif { get; init; }

    public IReadOnlyList<string> FailOn { get; init; } = [];

    /// <summary>What the tool tells the shell of a verdict.</summary>
    public int CodeOf(Verdict verdict) =>
        verdict switch
        {
            Verdict.Fail when FailOn.Contains("fail") => ExitCode.VerdictFail,
            Verdict.Inconclusive when FailOn.Contains("inconclusive") => ExitCode.VerdictInconclusive,
            _ => ExitCode.Success,
        };
}
