namespace Mlops.Registry.Retention;

/// <summary>P</summary>
public sealed record RetentionState(string P);
