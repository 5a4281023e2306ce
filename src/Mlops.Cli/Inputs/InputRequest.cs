namespace Mlops.Cli.Inputs;

/// <summary>How the data are to be read, as asked for on the command line.</summary>
internal sealed record InputRequest
{
    public IReadOnlyList<(string Column, string Role)> Roles { get; init; } = [];

    public IReadOnlyList<string> Kinds { get; init; } = [];

    public IReadOnlyList<string> Protected { get; init; } = [];

    public IReadOnlyList<string>? Missing { get; init; }

    public string? Delimiter { get; init; }

    public string? Culture { get; init; }

    public string? Config { get; init; }
}
