using Mlops.Registry.Models;
using Mlops.Registry.Policies;

namespace Mlops.Registry.Stages;

/// <summary>A step that was taken.</summary>
/// <param name="Version">The version, as it is now.</param>
/// <param name="Decision">What the policy said; warnings may be among it. <see langword="null"/> for steps that no policy judges.</param>
/// <param name="Superseded">The versions that made way.</param>
/// <param name="Entry">The index of the audit entry.</param>
public sealed record TransitionResult(
    ModelVersion Version,
    PolicyDecision? Decision,
    IReadOnlyList<VersionKey> Superseded,
    long Entry
);
