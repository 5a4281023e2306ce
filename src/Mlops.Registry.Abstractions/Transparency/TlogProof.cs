namespace Mlops.Registry.Transparency;

/// <summary>P</summary>
public sealed record TlogProof(string P);
