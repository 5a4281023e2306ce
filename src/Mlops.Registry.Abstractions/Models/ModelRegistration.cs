namespace Mlops.Registry.Models;

/// <summary>A model to be created.</summary>
/// <param name="Name">Its name (<see cref="RegistryName"/>).</param>
/// <param name="IntendedUse">What it is for.</param>
public sealed record ModelRegistration(string Name, string IntendedUse)
{
    /// <summary>Who answers for it; the caller when left out.</summary>
    public string? Owner { get; init; }

    /// <summary>More about it.</summary>
    public string Description { get; init; } = "";

    /// <summary>The policy that judges its versions.</summary>
    public string Policy { get; init; } = "default";

    /// <summary>Free marks.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
