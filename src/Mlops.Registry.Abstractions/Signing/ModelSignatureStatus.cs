namespace Mlops.Registry.Signing;

/// <summary>What became of the verification of a model's signature.</summary>
public enum ModelSignatureStatus
{
    /// <summary>The bundle can't be read, or is not of the kind that a key verifies.</summary>
    Malformed = 0,

    /// <summary>The key has signed it, and the files are those that were signed.</summary>
    Valid = 1,

    /// <summary>The bundle names another key.</summary>
    OtherKey = 2,

    /// <summary>The signature is not the key's over this payload.</summary>
    BadSignature = 3,

    /// <summary>The payload is signed, but is not a statement of model signing 1.0 by files and SHA-256.</summary>
    Unsupported = 4,

    /// <summary>The statement contradicts itself: its files don't hash to its subject, or are not of one model.</summary>
    Inconsistent = 5,

    /// <summary>The files are not those that were signed.</summary>
    FilesDiffer = 6,
}
