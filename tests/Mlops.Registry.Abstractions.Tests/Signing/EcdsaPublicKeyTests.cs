using System.Security.Cryptography;
using Mlops.Registry.Signing;

namespace Mlops.Registry.Tests.Signing;

public sealed class EcdsaPublicKeyTests
{
    public static MatrixTheoryData<EcdsaCurve, DSASignatureFormat> Forms =>
        new(Enum.GetValues<EcdsaCurve>(), Enum.GetValues<DSASignatureFormat>());

    [Theory]
    [MemberData(nameof(Forms))]
    public void Verify_SignedMessage_HoldsForThisMessageKeyAndFormAlone(EcdsaCurve curve, DSASignatureFormat format)
    {
        using var key = Create(curve);
        using var other = Create(curve);
        var signing = new EcdsaSigningKey(key, format);
        var signature = signing.Sign("message"u8);
        var wrongForm =
            format == DSASignatureFormat.Rfc3279DerSequence
                ? DSASignatureFormat.IeeeP1363FixedFieldConcatenation
                : DSASignatureFormat.Rfc3279DerSequence;

        Assert.Equal(curve, signing.PublicKey.Curve);
        Assert.True(signing.PublicKey.Verify("message"u8, signature, format));
        Assert.False(signing.PublicKey.Verify("massage"u8, signature, format));
        Assert.False(signing.PublicKey.Verify("message"u8, signature, wrongForm));
        Assert.False(signing.PublicKey.Verify("message"u8, [], format));
        Assert.False(EcdsaPublicKey.From(other).Verify("message"u8, signature, format));
    }

    [Fact]
    public void Hint_KeyOfModelTransparency_IsThatOfItsBundle() =>
        Assert.Equal("e8450dec4eb99dae995da9af1bc2cc9f76ed669ee2e744f57abba763df3e3f8e", ModelTransparency.Key().Hint);

    [Theory]
    [InlineData(EcdsaCurve.P256)]
    [InlineData(EcdsaCurve.P384)]
    [InlineData(EcdsaCurve.P521)]
    public void ToPem_RoundTrip_GivesAnEqualKey(EcdsaCurve curve)
    {
        using var key = Create(curve);
        var one = EcdsaPublicKey.From(key);

        var other = EcdsaPublicKey.FromPem("text before\n" + one.ToPem());

        Assert.Equal(one, other);
        Assert.Equal(one.Hint, other.Hint);
    }

    [Fact]
    public void From_OtherCurveOfTheSameSize_Throws()
    {
        using var key = ECDsa.Create(ECCurve.CreateFromValue("1.3.132.0.10"));

        Assert.Throws<ArgumentException>("key", () => EcdsaPublicKey.From(key));
    }

    [Fact]
    public void FromPem_PrivateKey_IsRefused()
    {
        using var key = Create(EcdsaCurve.P256);

        var exception = Assert.Throws<FormatException>(() => EcdsaPublicKey.FromPem(key.ExportPkcs8PrivateKeyPem()));

        Assert.Contains("PRIVATE KEY", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n")]
    public void FromPem_NoKey_Throws(string pem) => Assert.Throws<FormatException>(() => EcdsaPublicKey.FromPem(pem));

    internal static ECDsa Create(EcdsaCurve curve) =>
        ECDsa.Create(
            curve switch
            {
                EcdsaCurve.P256 => ECCurve.NamedCurves.nistP256,
                EcdsaCurve.P384 => ECCurve.NamedCurves.nistP384,
                _ => ECCurve.NamedCurves.nistP521,
            }
        );
}
