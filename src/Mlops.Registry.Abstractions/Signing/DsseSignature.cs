namespace Mlops.Registry.Signing;

/// <summary>One signature of an envelope.</summary>
/// <param name="Value">The signature's bytes, in the form of its algorithm.</param>
/// <param name="KeyId">A hint at the key, not signed and so never trusted; <see langword="null"/> where there is none.</param>
public sealed record DsseSignature(ReadOnlyMemory<byte> Value, string? KeyId = null);
