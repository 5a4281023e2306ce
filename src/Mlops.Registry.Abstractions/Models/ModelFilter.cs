namespace Mlops.Registry.Models;

/// <summary>Which models: all conditions hold together; what is left out asks nothing.</summary>
public sealed record ModelFilter
{
    /// <summary>Only names that begin with this.</summary>
    public string? NamePrefix { get; init; }

    /// <summary>Who answers for it.</summary>
    public string? Owner { get; init; }

    /// <summary>Marks that it must have.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>How many at most, from 1 to 1000.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>Where the page begins: <see cref="Page{T}.Next"/> of the one before.</summary>
    public string? After { get; init; }
}
