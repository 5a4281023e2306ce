using System.Text.Json.Serialization;

namespace Mlops.Registry.Models;

/// <summary>A name that points to one version of a model: <c>champion</c>, <c>production</c>.</summary>
/// <param name="Model">The model.</param>
/// <param name="Name">The alias.</param>
/// <param name="Number">The version it points to; 0 when it was removed.</param>
/// <param name="MovedBy">Who moved it last.</param>
/// <param name="MovedAt">When, in UTC.</param>
public sealed record ModelAlias(string Model, string Name, int Number, string MovedBy, DateTimeOffset MovedAt)
{
    /// <summary>The revision of the alias, from 1: a move names the one it saw, and loses if another was quicker.</summary>
    [JsonIgnore]
    public long Revision { get; init; }
}
