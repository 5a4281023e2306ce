namespace Mlops.Cli.Registry.Hosting;

/// <summary>Which registry, who calls, and in which form the answer is wanted.</summary>
internal sealed record RegistryRequest
{
    public const string DefaultOrigin = "mlops.local/registry";

    public string? Registry { get; init; }

    public string? Artifacts { get; init; }

    public string? Checkpoints { get; init; }

    public string Origin { get; init; } = DefaultOrigin;

    public string? Key { get; init; }

    public IReadOnlyList<string> Trust { get; init; } = [];

    public string? User { get; init; }

    public IReadOnlyList<string> Roles { get; init; } = [];

    public bool Json { get; init; }
}
