namespace Mlops.Registry.Retention;

/// <summary>P</summary>
public sealed record RetentionClass(string P);
