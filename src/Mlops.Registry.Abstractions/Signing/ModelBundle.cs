using System.Text.Json;
using Mlops.Serialization;

namespace Mlops.Registry.Signing;

/// <summary>The sigstore bundle around the envelope of a model's signature.</summary>
internal static class ModelBundle
{
    /// <summary>The hint of the bundle, where it names another key.</summary>
    /// <exception cref="FormatException">It is no bundle by a key.</exception>
    public static string? OtherKey(JsonElement bundle, EcdsaPublicKey key)
    {
        var mediaType = bundle.RequiredString("mediaType");
        if (mediaType != ModelSignature.BundleMediaType)
        {
            throw new FormatException(
                $"The bundle's media type is '{mediaType}'; '{ModelSignature.BundleMediaType}' is wanted."
            );
        }

        var material = bundle.Required("verificationMaterial");
        if (
            material.ValueKind != JsonValueKind.Object
            || !material.TryGetProperty("publicKey", out var publicKey)
            || publicKey.ValueKind != JsonValueKind.Object
        )
        {
            throw new FormatException(
                "The bundle has no 'publicKey': it was signed by certificate or by sigstore, and not by a key."
            );
        }

        if (!publicKey.TryGetProperty("hint", out var hint) || hint.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        var text = publicKey.RequiredString("hint");
        return text.Length == 0 || text == key.Hint ? null : text;
    }

    /// <summary>The envelope.</summary>
    /// <exception cref="FormatException">There is none, or it has not exactly one signature, as a bundle must.</exception>
    public static DsseEnvelope Envelope(JsonElement bundle)
    {
        var envelope = DsseEnvelope.Parse(bundle.Required("dsseEnvelope"));
        return envelope.Signatures.Count == 1
            ? envelope
            : throw new FormatException(
                FormattableString.Invariant(
                    $"The envelope has {envelope.Signatures.Count} signatures; in a bundle it has exactly one."
                )
            );
    }
}
