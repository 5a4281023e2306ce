using Mlops.Cli.Inputs;
using Mlops.Cli.Outputs;

namespace Mlops.Cli.Quality;

/// <summary>What was asked for on the command line.</summary>
internal sealed record QualityRequest
{
    public required string Data { get; init; }

    public InputRequest Input { get; init; } = new();

    public OutputRequest Output { get; init; } = new();

    public string? Reference { get; init; }

    public string? Constraints { get; init; }

    public string? SageMaker { get; init; }

    public IReadOnlyList<string> Where { get; init; } = [];

    public bool Explore { get; init; }

    public string? Population { get; init; }

    public string? SaveConstraints { get; init; }

    public string? Shares { get; init; }
}
