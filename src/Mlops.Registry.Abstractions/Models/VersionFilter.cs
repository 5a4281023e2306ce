using Mlops.Registry.Risk;
using Mlops.Registry.Stages;

namespace Mlops.Registry.Models;

/// <summary>Which versions: all conditions hold together; what is left out asks nothing.</summary>
public sealed record VersionFilter
{
    /// <summary>The model.</summary>
    public string? Model { get; init; }

    /// <summary>The stages, any of them.</summary>
    public IReadOnlyList<Stage> Stages { get; init; } = [];

    /// <summary>The risk tiers, any of them.</summary>
    public IReadOnlyList<RiskTier> Tiers { get; init; } = [];

    /// <summary>Who registered it.</summary>
    public string? Author { get; init; }

    /// <summary>Marks that it must have.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>Registered at this time or later.</summary>
    public DateTimeOffset? CreatedFrom { get; init; }

    /// <summary>Registered before this time.</summary>
    public DateTimeOffset? CreatedBefore { get; init; }

    /// <summary>Changed at this time or later.</summary>
    public DateTimeOffset? UpdatedFrom { get; init; }

    /// <summary>The order.</summary>
    public VersionOrder Order { get; init; }

    /// <summary>How many at most, from 1 to 1000.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>Where the page begins: <see cref="Page{T}.Next"/> of the one before.</summary>
    public string? After { get; init; }
}
