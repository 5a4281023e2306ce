namespace Mlops.Registry.Transparency;

/// <summary>P</summary>
public readonly record struct MerkleHash(string P);
