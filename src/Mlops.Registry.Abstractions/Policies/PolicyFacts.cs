using Mlops.Registry.Models;
using Mlops.Registry.Stages;

namespace Mlops.Registry.Policies;

/// <summary>All that a policy looks at when it judges a step: kept in the audit log, so that another policy can be tried on the same past.</summary>
/// <param name="Version">The version, as it was before the step; for a step to Approved, with the approval that leads to it.</param>
/// <param name="From">The stage it stood at.</param>
/// <param name="To">The stage it was to go to.</param>
/// <param name="Actor">Who asked for the step.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="ArtifactsVerified">Whether the stored artifacts were read and match their digests; <see langword="null"/> when nobody looked.</param>
/// <param name="HasRiskRegister">Whether the model has a risk register; <see langword="null"/> when nobody looked.</param>
public sealed record PolicyFacts(
    ModelVersion Version,
    Stage From,
    Stage To,
    string Actor,
    DateTimeOffset At,
    bool? ArtifactsVerified = null,
    bool? HasRiskRegister = null
);
