using System.Security.Cryptography;
using System.Text.Json;
using Mlops.Evidence;
using Mlops.Registry.Artifacts;

namespace Mlops.Registry.Signing;

/// <summary>Signatures of models as OpenSSF model signing 1.0 has them: a sigstore bundle over an in-toto statement.</summary>
/// <remarks>
/// <para>The statement has one subject, the model with the root of its manifest, and lists the files. It is signed as a DSSE
/// envelope by an elliptic-curve key; the bundle carries a hint at the key. Bundles by certificate or by sigstore's public log
/// are <see cref="ModelSignatureStatus.Malformed"/> here: they need more than a key. A bundle without a hint, as version 1.0.0
/// wrote them, is verified by the key alone.</para>
/// <para>Reference: OpenSSF Model Signing (2025), version 1.0; in-toto Attestation Framework, statement v1.</para>
/// </remarks>
public static class ModelSignature
{
    /// <summary>The media type of a bundle.</summary>
    public const string BundleMediaType = "application/vnd.dev.sigstore.bundle.v0.3+json";

    /// <summary>Signs the files of a model.</summary>
    /// <param name="modelName">The model's name; others use that of its folder.</param>
    /// <param name="manifest">The files.</param>
    /// <param name="key">The key; its signatures must have the DER form.</param>
    /// <param name="ignoredPaths">What the manifest leaves out, so that a verifier leaves it out too; usually the signature
    /// itself.</param>
    /// <returns>The bundle, as UTF-8 JSON: the content of <c>model.sig</c>.</returns>
    /// <exception cref="ArgumentException">The name is empty, or the key signs in another form.</exception>
    public static byte[] Sign(
        string modelName,
        ArtifactManifest manifest,
        EcdsaSigningKey key,
        params IReadOnlyList<string> ignoredPaths
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(modelName);
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(ignoredPaths);
        if (key.Format != DSASignatureFormat.Rfc3279DerSequence)
        {
            throw new ArgumentException(
                $"The key signs as {key.Format}; model signing takes {DSASignatureFormat.Rfc3279DerSequence}.",
                nameof(key)
            );
        }

        var payload = ModelStatement.Write(modelName, manifest, ignoredPaths);
        var signature = key.Sign(DssePae.Encode(ModelStatement.PayloadType, payload));
        var envelope = new DsseEnvelope(ModelStatement.PayloadType, payload, [new DsseSignature(signature)]);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("mediaType", BundleMediaType);
            writer.WriteStartObject("verificationMaterial");
            writer.WriteStartObject("publicKey");
            writer.WriteString("hint", key.PublicKey.Hint);
            writer.WriteEndObject();
            writer.WriteStartArray("tlogEntries");
            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WritePropertyName("dsseEnvelope");
            envelope.Write(writer);
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary>Verifies that a key has signed a model, and that these are its files.</summary>
    /// <param name="bundle">The bundle, as UTF-8 JSON.</param>
    /// <param name="key">The key that is trusted to sign.</param>
    /// <param name="manifest">The files that are there. A file that was not signed makes them differ, so leave out what
    /// <see cref="SignedModel.IgnoredPaths"/> leaves out.</param>
    /// <returns>Valid, or why not; a bundle that is wrong in whatever way is a result and no exception.</returns>
    public static ModelSignatureResult Verify(ReadOnlySpan<byte> bundle, EcdsaPublicKey key, ArtifactManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        var result = Verify(bundle, key);
        if (result.Model is not { } model)
        {
            return result;
        }

        var findings = Differences(model, manifest);
        return findings.Count == 0 && model.Root == manifest.Root
            ? result
            : new ModelSignatureResult(
                ModelSignatureStatus.FilesDiffer,
                FormattableString.Invariant($"{findings.Count} files differ from those that were signed."),
                model,
                findings
            );
    }

    /// <summary>Verifies that a key has signed a model, and tells what it has signed. The files are not looked at.</summary>
    /// <param name="bundle">The bundle, as UTF-8 JSON.</param>
    /// <param name="key">The key that is trusted to sign.</param>
    /// <returns>Valid with the model, or why not.</returns>
    public static ModelSignatureResult Verify(ReadOnlySpan<byte> bundle, EcdsaPublicKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        DsseEnvelope envelope;
        try
        {
            using var document = StrictJson.Parse(bundle, "bundle");
            if (ModelBundle.OtherKey(document.RootElement, key) is { } hint)
            {
                return ModelSignatureResult.Refused(
                    ModelSignatureStatus.OtherKey,
                    $"The bundle was signed by the key {hint}, and not by the trusted {key.Hint}."
                );
            }

            envelope = ModelBundle.Envelope(document.RootElement);
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException)
        {
            return ModelSignatureResult.Refused(ModelSignatureStatus.Malformed, exception.Message);
        }

        if (!envelope.Verify([key]).IsValid)
        {
            return ModelSignatureResult.Refused(
                ModelSignatureStatus.BadSignature,
                "The signature is not that of the trusted key over this payload."
            );
        }

        return ModelStatement.Read(envelope);
    }

    private static List<Finding> Differences(SignedModel model, ArtifactManifest manifest)
    {
        var findings = new List<Finding>();
        var signed = model.Files.ToDictionary(file => file.Name, file => file.Digest, StringComparer.Ordinal);
        foreach (var file in manifest.Files)
        {
            if (!signed.Remove(file.Name, out var digest))
            {
                findings.Add(Differs("unsigned", file.Name, $"'{file.Name}' is there and was not signed."));
            }
            else if (digest != file.Digest)
            {
                findings.Add(
                    Differs("altered", file.Name, $"'{file.Name}' was signed as {digest} and is now {file.Digest}.")
                );
            }
        }

        findings.AddRange(
            signed.Keys.Select(name => Differs("missing", name, $"'{name}' was signed and is not there."))
        );
        return findings;
    }

    private static Finding Differs(string code, string name, string message) =>
        new($"registry.signature.{code}", name, Verdict.Fail, message);
}
