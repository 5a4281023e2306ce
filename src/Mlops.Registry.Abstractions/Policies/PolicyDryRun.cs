namespace Mlops.Registry.Policies;

/// <summary>P</summary>
public sealed record PolicyDryRun(string P);
