using Mlops.Cli.Inputs;
using Mlops.Cli.Outputs;

namespace Mlops.Cli.Drift;

/// <summary>What was asked for on the command line.</summary>
internal sealed record DriftRequest
{
    public required string Reference { get; init; }

    public required string Current { get; init; }

    public InputRequest Input { get; init; } = new();

    public double? Bound { get; init; }

    public string? NumericRule { get; init; }

    public string? CategoricalRule { get; init; }

    public OutputRequest Output { get; init; } = new();

    public string? SaveBaseline { get; init; }

    public bool KeepValues { get; init; }
}
