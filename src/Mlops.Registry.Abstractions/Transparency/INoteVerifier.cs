namespace Mlops.Registry.Transparency;

/// <summary>P</summary>
public interface INoteVerifier;
