namespace Mlops.Registry.Policies;

/// <summary>A step of the past that a policy judged, as the audit log keeps it.</summary>
/// <param name="Entry">The index of its audit entry.</param>
/// <param name="Facts">What the policy looked at.</param>
/// <param name="Taken">What the policy in force said then.</param>
public sealed record PastStep(long Entry, PolicyFacts Facts, PolicyDecision Taken);
