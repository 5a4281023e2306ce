using Mlops.Cli.Inputs;
using Mlops.Cli.Outputs;

namespace Mlops.Cli.Drift;

/// <summary>What was asked for on the command line.</summary>
internal sealed record DriftRequest
{
    public required string Reference { get; init; }

    public required string Current { get; init; }

    public InputRequest Input { get; init; } = new();

    /// <summary>The short name of the library as which to compare; <see langword="null"/> for this one.</summary>
    public string? As { get; init; }

    /// <summary>Which rows depend on each other, as it is written.</summary>
    public string? Dependence { get; init; }

    /// <summary>The season whose rows are compared; <see langword="null"/> for all rows.</summary>
    public string? Season { get; init; }

    public double? Bound { get; init; }

    public string? NumericRule { get; init; }

    public string? CategoricalRule { get; init; }

    public OutputRequest Output { get; init; } = new();

    public string? SaveBaseline { get; init; }

    public bool KeepValues { get; init; }
}
