namespace Mlops.Registry.Transparency;

/// <summary>P</summary>
public sealed record SignedNote(string P);
