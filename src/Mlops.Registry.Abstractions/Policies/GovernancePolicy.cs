namespace Mlops.Registry.Policies;

/// <summary>P</summary>
public sealed record GovernancePolicy(string P);
