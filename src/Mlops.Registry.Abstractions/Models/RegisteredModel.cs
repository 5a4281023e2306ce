using System.Text.Json.Serialization;

namespace Mlops.Registry.Models;

/// <summary>A model: what it is for, who owns it, and under which policy its versions go into use.</summary>
public sealed record RegisteredModel
{
    /// <summary>Its name (<see cref="RegistryName"/>); it never changes.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for, in words for a reader who did not build it.</summary>
    public required string IntendedUse { get; init; }

    /// <summary>Who answers for it: a principal's id.</summary>
    public required string Owner { get; init; }

    /// <summary>Who created the record.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>When, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When anything about it last changed, in UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>More about it; empty when there is nothing.</summary>
    public string Description { get; init; } = "";

    /// <summary>The policy that judges its versions, by name.</summary>
    public string Policy { get; init; } = "default";

    /// <summary>How many versions were ever made: the number of the latest one, 0 before the first.</summary>
    public int VersionCount { get; init; }

    /// <summary>Free marks, such as <c>team: lending</c>.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The revision of the record, from 1: what a change may ask to be unchanged.</summary>
    [JsonIgnore]
    public long Revision { get; init; }
}
