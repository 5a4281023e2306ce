namespace Mlops.Registry.Redaction;

/// <summary>What is kept out of the audit log, which never forgets, and out of the host's logs.</summary>
/// <remarks>
/// A reason that is redacted stands in the log as its keyed digest (HMAC-SHA-256), and as text in a record beside it, which
/// can be erased: the log still verifies, and whoever has the text and the key can prove that it is the one.
/// </remarks>
public sealed class RedactionOptions
{
    /// <summary>The classifications that are redacted.</summary>
    /// <value><see cref="DataClassification.Personal"/> and <see cref="DataClassification.Health"/>.</value>
    public ISet<DataClassification> Redacted { get; } =
        new HashSet<DataClassification> { DataClassification.Personal, DataClassification.Health };

    /// <summary>How sensitive the reasons and comments are that callers write.</summary>
    /// <value><see cref="DataClassification.Internal"/>.</value>
    public DataClassification Reasons { get; set; } = DataClassification.Internal;

    /// <summary>How sensitive the ids of principals are in the host's own logs; the audit log always has them.</summary>
    /// <value><see cref="DataClassification.Internal"/>.</value>
    public DataClassification Principals { get; set; } = DataClassification.Internal;

    /// <summary>The key of the digests: at least 32 bytes, kept outside the store.</summary>
    public ReadOnlyMemory<byte> Key { get; set; }

    internal bool RedactsReasons => Redacted.Contains(Reasons);

    internal bool RedactsPrincipals => Redacted.Contains(Principals);
}
