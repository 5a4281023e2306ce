namespace Mlops.Registry.Transparency;

/// <summary>The kinds of signatures on notes, by the byte that C2SP signed-note assigns to each.</summary>
public enum NoteSignatureType
{
    /// <summary>None: the value of no key.</summary>
    None = 0,

    /// <summary>Ed25519 over the text. .NET has no Ed25519, so such signatures are ignored as unknown.</summary>
    Ed25519 = 1,

    /// <summary>ECDSA over the SHA-256 of the text, in ASN.1 DER.</summary>
    Ecdsa = 2,

    /// <summary>A timestamped Ed25519 cosignature of a checkpoint.</summary>
    Ed25519Cosignature = 4,

    /// <summary>A tree head signature of RFC 6962.</summary>
    Rfc6962TreeHead = 5,

    /// <summary>A timestamped ML-DSA-44 cosignature of a checkpoint.</summary>
    MlDsa44Cosignature = 6,
}
