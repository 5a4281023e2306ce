using System.Text.Json.Serialization;
using Mlops.Registry.Models;
using Mlops.Registry.Stages;

namespace Mlops.Registry.Policies;

/// <summary>What a policy would have decided about a step of the past.</summary>
/// <param name="Entry">The index of its audit entry.</param>
/// <param name="Version">The version.</param>
/// <param name="From">The stage it stood at.</param>
/// <param name="To">The stage it was to go to.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="WasAllowed">Whether the policy in force allowed it.</param>
/// <param name="Decision">What the policy on trial says.</param>
public sealed record DryRunStep(
    long Entry,
    VersionKey Version,
    Stage From,
    Stage To,
    DateTimeOffset At,
    bool WasAllowed,
    PolicyDecision Decision
)
{
    /// <summary>Whether it was allowed, and would be refused.</summary>
    [JsonIgnore]
    public bool IsNewlyRefused => WasAllowed && !Decision.IsAllowed;

    /// <summary>Whether it was refused, and would be allowed.</summary>
    [JsonIgnore]
    public bool IsNewlyAllowed => !WasAllowed && Decision.IsAllowed;
}
