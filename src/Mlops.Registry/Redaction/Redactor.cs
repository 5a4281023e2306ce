using System.Security.Cryptography;
using System.Text;

namespace Mlops.Registry.Redaction;

/// <summary>Replaces texts by their keyed digests.</summary>
internal sealed class Redactor(RedactionOptions options)
{
    private const string Prefix = "hmac-sha256:";

    /// <summary>What the log has in place of a reason.</summary>
    public bool HidesReasons => options.RedactsReasons;

    /// <summary>A principal's id as the host's logs may have it.</summary>
    public string Principal(string id) => options.RedactsPrincipals ? DigestOf(id)[..(Prefix.Length + 16)] : id;

    /// <summary>The keyed digest of a text.</summary>
    public string DigestOf(string text) =>
        Prefix + Convert.ToHexStringLower(HMACSHA256.HashData(options.Key.Span, Encoding.UTF8.GetBytes(text)));

    /// <summary>Whether a text is a digest that stands for another.</summary>
    public static bool IsDigest(string? text) =>
        text is not null && text.Length == Prefix.Length + 64 && text.StartsWith(Prefix, StringComparison.Ordinal);
}
