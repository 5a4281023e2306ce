namespace Mlops.Cli.Drift;

/// <summary>What was asked for on the command line.</summary>
internal sealed record DriftRequest
{
    public required string Reference { get; init; }

    public required string Current { get; init; }

    public IReadOnlyList<(string Column, string Role)> Roles { get; init; } = [];

    public IReadOnlyList<string> Protected { get; init; } = [];

    public double? Bound { get; init; }

    public IReadOnlyList<string>? Missing { get; init; }

    public string? Delimiter { get; init; }

    public string? Culture { get; init; }

    public string? Config { get; init; }

    public string? Html { get; init; }

    public string? Json { get; init; }

    public string? Markdown { get; init; }

    public string? JUnit { get; init; }

    public string? Sarif { get; init; }

    public string? SaveBaseline { get; init; }

    public IReadOnlyList<string> FailOn { get; init; } = [];
}
