namespace Mlops.Registry.Signing;

/// <summary>The curves that model signing takes, each with its own hash.</summary>
public enum EcdsaCurve
{
    /// <summary>NIST P-256 (secp256r1), with SHA-256.</summary>
    P256 = 256,

    /// <summary>NIST P-384 (secp384r1), with SHA-384.</summary>
    P384 = 384,

    /// <summary>NIST P-521 (secp521r1), with SHA-512.</summary>
    P521 = 521,
}
