namespace Mlops.Registry.Models;

/// <summary>What is to change about a model; what is <see langword="null"/> stays as it is.</summary>
public sealed record ModelChange
{
    /// <summary>What it is for.</summary>
    public string? IntendedUse { get; init; }

    /// <summary>Who answers for it.</summary>
    public string? Owner { get; init; }

    /// <summary>More about it.</summary>
    public string? Description { get; init; }

    /// <summary>The policy that judges its versions; to change it takes <see cref="Access.RegistryRight.ManagePolicy"/>, and nothing else when nothing else changes.</summary>
    public string? Policy { get; init; }

    /// <summary>All its marks.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>The revision that the caller saw; <see langword="null"/> to change whatever is there.</summary>
    public long? ExpectedRevision { get; init; }
}
