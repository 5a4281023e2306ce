using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Mlops.Registry.Artifacts;
using Mlops.Registry.Signing;
using Mlops.Serialization;

namespace Mlops.Registry.Tests.Signing;

public sealed class ModelSignatureTests
{
    private static readonly ArtifactManifest Signed = ArtifactManifest.Create([
        Text("signme-1", "signme-1\n"),
        Text("signme-2", "signme-2"),
    ]);

    [Fact]
    public void Verify_BundleOfModelTransparency_IsValidForItsFiles()
    {
        var result = ModelSignature.Verify(ModelTransparency.Bundle("1.1.0"), ModelTransparency.Key(), Signed);

        Assert.True(result.IsValid, result.ToString());
        Assert.Equal("v1.1.0-elliptic-key", result.Model!.Name);
        Assert.Equal(
            "sha256:92745110b1ab4368471cbe31664e10174e954b113a3df333db860317b2c6dec4",
            result.Model.Root.ToString()
        );
        Assert.Equal(["signme-1", "signme-2"], result.Model.Files.Select(file => file.Name));
        Assert.Contains("ignore-me", result.Model.IgnoredPaths);
        Assert.False(result.Model.AllowsSymbolicLinks);
    }

    [Fact]
    public void Verify_BundleOfVersion100_IsValidForItsSingleFileWithoutHint()
    {
        var manifest = ArtifactManifest.Create([Text("signme-1", "signme-1\n")]);

        var result = ModelSignature.Verify(ModelTransparency.Bundle("1.0.0"), ModelTransparency.Key(), manifest);

        Assert.True(result.IsValid, result.ToString());
    }

    [Fact]
    public void Verify_AnyByteOfTheBundle_IsNoticedOrMeansNothing()
    {
        var bundle = ModelTransparency.Bundle("1.1.0");
        var key = ModelTransparency.Key();
        var original = ModelSignature.Verify(bundle, key, Signed);
        for (var i = 0; i < bundle.Length; i++)
        {
            bundle[i] ^= 1;
            var result = ModelSignature.Verify(bundle, key, Signed);
            // What is not signed may change (an unknown property, the key id), but never what is read as signed.
            Assert.True(!result.IsValid || result.Model!.Files.SequenceEqual(original.Model!.Files));
            bundle[i] ^= 1;
        }
    }

    [Fact]
    public void Verify_FilesThatDiffer_AreNamed()
    {
        var manifest = ArtifactManifest.Create([Text("signme-2", "other"), Text("signme-3", "new")]);

        var result = ModelSignature.Verify(ModelTransparency.Bundle("1.1.0"), ModelTransparency.Key(), manifest);

        Assert.Equal(ModelSignatureStatus.FilesDiffer, result.Status);
        Assert.Equal(
            [
                "registry.signature.altered signme-2",
                "registry.signature.missing signme-1",
                "registry.signature.unsigned signme-3",
            ],
            result.Findings.Select(finding => $"{finding.Code} {finding.Subject}").Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData(EcdsaCurve.P256)]
    [InlineData(EcdsaCurve.P384)]
    [InlineData(EcdsaCurve.P521)]
    public void Sign_ThenVerify_IsValidForThisKeyAlone(EcdsaCurve curve)
    {
        using var ecdsa = EcdsaPublicKeyTests.Create(curve);
        using var other = EcdsaPublicKeyTests.Create(curve);
        var key = new EcdsaSigningKey(ecdsa);

        var bundle = ModelSignature.Sign("model", Signed, key, "model.sig");
        var result = ModelSignature.Verify(bundle, key.PublicKey, Signed);

        Assert.True(result.IsValid, result.ToString());
        Assert.Equal(["model.sig"], result.Model!.IgnoredPaths);
        Assert.Equal(
            ModelSignatureStatus.OtherKey,
            ModelSignature.Verify(bundle, EcdsaPublicKey.From(other), Signed).Status
        );
    }

    [Fact]
    public void Sign_KeyOfAnotherForm_IsRefused()
    {
        using var ecdsa = EcdsaPublicKeyTests.Create(EcdsaCurve.P256);
        var key = new EcdsaSigningKey(ecdsa, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

        Assert.Throws<ArgumentException>("key", () => ModelSignature.Sign("model", Signed, key));
    }

    [Fact]
    public void Verify_HintTakenAway_StillNeedsTheKey()
    {
        using var ecdsa = EcdsaPublicKeyTests.Create(EcdsaCurve.P256);
        using var other = EcdsaPublicKeyTests.Create(EcdsaCurve.P256);
        var key = new EcdsaSigningKey(ecdsa);
        var bundle = JsonNode.Parse(ModelSignature.Sign("model", Signed, key))!;
        bundle["verificationMaterial"]!["publicKey"]!.AsObject().Remove("hint");

        Assert.True(Verify(bundle, key.PublicKey).IsValid);
        Assert.Equal(ModelSignatureStatus.BadSignature, Verify(bundle, EcdsaPublicKey.From(other)).Status);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"mediaType":"application/vnd.dev.sigstore.bundle+json;version=0.1"}""")]
    [InlineData(
        """{"mediaType":"application/vnd.dev.sigstore.bundle.v0.3+json","verificationMaterial":{"certificate":{}}}"""
    )]
    [InlineData(
        """{"mediaType":"application/vnd.dev.sigstore.bundle.v0.3+json","verificationMaterial":{"publicKey":{}}}"""
    )]
    [InlineData("""{"mediaType":"\ud800"}""")]
    public void Verify_NoBundleByAKey_IsMalformed(string bundle) =>
        Assert.Equal(
            ModelSignatureStatus.Malformed,
            ModelSignature.Verify(Encoding.UTF8.GetBytes(bundle), ModelTransparency.Key()).Status
        );

    [Fact]
    public void Verify_TwoSignatures_IsMalformed()
    {
        using var ecdsa = EcdsaPublicKeyTests.Create(EcdsaCurve.P256);
        var key = new EcdsaSigningKey(ecdsa);
        var bundle = JsonNode.Parse(ModelSignature.Sign("model", Signed, key))!;
        var signatures = bundle["dsseEnvelope"]!["signatures"]!.AsArray();
        signatures.Add(signatures[0]!.DeepClone());

        Assert.Equal(ModelSignatureStatus.Malformed, Verify(bundle, key.PublicKey).Status);
    }

    [Theory]
    [InlineData("\"_type\":\"https://in-toto.io/Statement/v1\"", "\"_type\":\"v2\"", ModelSignatureStatus.Unsupported)]
    [InlineData("signature/v1.0", "signature/v2.0", ModelSignatureStatus.Unsupported)]
    [InlineData("\"files\"", "\"shards\"", ModelSignatureStatus.Unsupported)]
    [InlineData("\"hash_type\":\"sha256\"", "\"hash_type\":\"blake2\"", ModelSignatureStatus.Unsupported)]
    [InlineData("\"subject\":[", "\"subject\":[{},", ModelSignatureStatus.Inconsistent)]
    [InlineData("\"algorithm\":\"sha256\"", "\"algorithm\":\"blake2\"", ModelSignatureStatus.Inconsistent)]
    [InlineData("\"name\":\"signme-1\"", "\"name\":\"../signme-1\"", ModelSignatureStatus.Inconsistent)]
    [InlineData("\"name\":\"signme-1\"", "\"name\":\"signme-2\"", ModelSignatureStatus.Inconsistent)]
    [InlineData("\"name\":\"signme-1\"", "\"name\":\"\\ud800\"", ModelSignatureStatus.Inconsistent)]
    [InlineData("\"sha256\":\"9", "\"sha256\":\"8", ModelSignatureStatus.Inconsistent)]
    [InlineData("\"sha256\":\"9", "\"sha512\":\"9", ModelSignatureStatus.Inconsistent)]
    [InlineData("\"name\":\"signme-1\"", "\"name\":\"signme-3\"", ModelSignatureStatus.Inconsistent)]
    [InlineData("\"predicate\":{", "\"predicate\":{\"more\":1,", ModelSignatureStatus.Valid)]
    public void Verify_SignedStatementOfAnotherForm_IsRefused(string from, string to, ModelSignatureStatus expected)
    {
        using var ecdsa = EcdsaPublicKeyTests.Create(EcdsaCurve.P256);
        var key = new EcdsaSigningKey(ecdsa);
        var bundle = JsonNode.Parse(ModelSignature.Sign("model", Signed, key))!;
        var envelope = bundle["dsseEnvelope"]!;
        var payload = Encoding.UTF8.GetString(Convert.FromBase64String((string)envelope["payload"]!));
        Assert.Contains(from, payload, StringComparison.Ordinal);
        var changed = Encoding.UTF8.GetBytes(payload.Replace(from, to, StringComparison.Ordinal));
        envelope["payload"] = Convert.ToBase64String(changed);
        envelope["signatures"]![0]!["sig"] = Convert.ToBase64String(
            key.Sign(DssePae.Encode("application/vnd.in-toto+json", changed))
        );

        Assert.Equal(expected, Verify(bundle, key.PublicKey).Status);
    }

    private static ArtifactFile Text(string name, string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        return new ArtifactFile(name, bytes.Length, ContentDigest.Of(bytes));
    }

    private static ModelSignatureResult Verify(JsonNode bundle, EcdsaPublicKey key) =>
        ModelSignature.Verify(Encoding.UTF8.GetBytes(bundle.ToJsonString()), key);
}
