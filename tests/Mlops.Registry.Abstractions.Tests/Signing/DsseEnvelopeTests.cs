using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Mlops.Registry.Signing;

namespace Mlops.Registry.Tests.Signing;

public sealed class DsseEnvelopeTests
{
    private const string HelloWorld = "http://example.com/HelloWorld";

    [Fact]
    public void Verify_EnvelopeOfTheProtocol_HoldsInP1363()
    {
        // The example of the DSSE protocol, with its key.
        using var key = ECDsa.Create(
            new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new ECPoint
                {
                    X = Coordinate("46950820868899156662930047687818585632848591499744589407958293238635476079160"),
                    Y = Coordinate("5640078356564379163099075877009565129882514886557779369047442380624545832820"),
                },
            }
        );
        var envelope = DsseEnvelope.Parse(
            """
            {"payload": "aGVsbG8gd29ybGQ=",
             "payloadType": "http://example.com/HelloWorld",
             "signatures": [{"sig": "A3JqsQGtVsJ2O2xqrI5IcnXip5GToJ3F+FnZ+O88SjtR6rDAajabZKciJTfUiHqJPcIAriEGAHTVeCUjW2JIZA=="}]}
            """u8
        );

        var key1 = EcdsaPublicKey.From(key);
        Assert.Equal("hello world", Encoding.UTF8.GetString(envelope.Payload.Span));
        Assert.True(envelope.Verify([key1], 1, DSASignatureFormat.IeeeP1363FixedFieldConcatenation).IsValid);
        Assert.False(envelope.Verify([key1]).IsValid);
    }

    [Fact]
    public void Parse_UrlSafeAndUnpaddedBase64_IsTheSameEnvelope()
    {
        var standard = Parse("+/+/+w==", "++//");
        var urlSafe = Parse("-_-_-w", "--__");

        Assert.Equal(standard.Payload.ToArray(), urlSafe.Payload.ToArray());
        Assert.Equal(standard.Signatures[0].Value.ToArray(), urlSafe.Signatures[0].Value.ToArray());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"payload":"","payloadType":"t","signatures":[]}""")]
    [InlineData("""{"payload":"","payloadType":"t","signatures":{}}""")]
    [InlineData("""{"payload":"","payloadType":"t","signatures":[1]}""")]
    [InlineData("""{"payload":"","payloadType":"t","signatures":[{"keyid":"a"}]}""")]
    [InlineData("""{"payload":"","payloadType":1,"signatures":[{"sig":""}]}""")]
    [InlineData("""{"payload":"+_","payloadType":"t","signatures":[{"sig":""}]}""")]
    [InlineData("""{"payload":"a b=","payloadType":"t","signatures":[{"sig":""}]}""")]
    [InlineData("""{"payload":"a","payloadType":"t","signatures":[{"sig":""}]}""")]
    [InlineData("""{"payload":"","payload":"","payloadType":"t","signatures":[{"sig":""}]}""")]
    [InlineData("""{"payload":"","payloadType":"\ud800","signatures":[{"sig":""}]}""")]
    [InlineData("""{"payload":"","payloadType":"t","signatures":[{"sig":"","keyid":3}]}""")]
    public void Parse_NoEnvelope_SaysWhatIsWrong(string json) =>
        Assert.Throws<FormatException>(() => DsseEnvelope.Parse(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void ToJson_RoundTrip_KeepsEverything()
    {
        using var key = EcdsaPublicKeyTests.Create(EcdsaCurve.P256);
        var signing = new EcdsaSigningKey(key);
        var envelope = DsseEnvelope.Sign(HelloWorld, [0, 255, 1], signing);

        var again = DsseEnvelope.Parse(envelope.ToJson());

        Assert.Equal(envelope.ToJson(), again.ToJson());
        Assert.Equal(signing.PublicKey.Hint, again.Signatures[0].KeyId);
        Assert.True(again.Verify([signing.PublicKey]).IsValid);
    }

    [Fact]
    public void Verify_AnyPartAltered_DoesNotHold()
    {
        using var key = EcdsaPublicKeyTests.Create(EcdsaCurve.P256);
        var signing = new EcdsaSigningKey(key);
        var envelope = DsseEnvelope.Sign("type", "payload"u8, signing);
        var signature = envelope.Signatures[0].Value.ToArray();

        for (var i = 0; i < envelope.Payload.Length; i++)
        {
            Assert.False(Holds("type", Flipped(envelope.Payload.ToArray(), i), signature));
        }

        for (var i = 0; i < signature.Length; i++)
        {
            Assert.False(Holds("type", envelope.Payload.ToArray(), Flipped(signature, i)));
        }

        Assert.False(Holds("typf", envelope.Payload.ToArray(), signature));
        Assert.True(Holds("type", envelope.Payload.ToArray(), signature));

        bool Holds(string type, byte[] payload, byte[] value) =>
            new DsseEnvelope(type, payload, [new DsseSignature(value)]).Verify([signing.PublicKey]).IsValid;
    }

    [Fact]
    public void Verify_Threshold_CountsKeysAndNotSignatures()
    {
        using var first = EcdsaPublicKeyTests.Create(EcdsaCurve.P256);
        using var second = EcdsaPublicKeyTests.Create(EcdsaCurve.P384);
        using var stranger = EcdsaPublicKeyTests.Create(EcdsaCurve.P256);
        var (a, b, c) = (new EcdsaSigningKey(first), new EcdsaSigningKey(second), new EcdsaSigningKey(stranger));

        var twiceByOne = DsseEnvelope.Sign("t", "p"u8, a, a, c);
        var byBoth = DsseEnvelope.Sign("t", "p"u8, a, b);

        Assert.False(twiceByOne.Verify([a.PublicKey, b.PublicKey], 2).IsValid);
        Assert.True(twiceByOne.Verify([a.PublicKey, b.PublicKey]).IsValid);
        Assert.True(byBoth.Verify([a.PublicKey, b.PublicKey], 2).IsValid);
        Assert.Throws<ArgumentOutOfRangeException>(() => twiceByOne.Verify([a.PublicKey, a.PublicKey], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => twiceByOne.Verify([a.PublicKey], 0));
    }

    [Fact]
    public void Verify_KeyIdOfAnother_IsNotTrusted()
    {
        using var first = EcdsaPublicKeyTests.Create(EcdsaCurve.P256);
        using var second = EcdsaPublicKeyTests.Create(EcdsaCurve.P256);
        var (a, b) = (new EcdsaSigningKey(first), new EcdsaSigningKey(second));
        var value = DsseEnvelope.Sign("t", "p"u8, a).Signatures[0].Value;

        var envelope = new DsseEnvelope("t", "p"u8, [new DsseSignature(value, b.PublicKey.Hint)]);

        Assert.False(envelope.Verify([b.PublicKey]).IsValid);
        Assert.True(envelope.Verify([a.PublicKey]).IsValid);
    }

    private static byte[] Coordinate(string digits) =>
        BigInteger.Parse(digits, CultureInfo.InvariantCulture).ToByteArray(isUnsigned: true, isBigEndian: true) switch
        {
            var bytes => [.. new byte[32 - bytes.Length], .. bytes],
        };

    private static byte[] Flipped(byte[] bytes, int position)
    {
        byte[] copy = [.. bytes];
        copy[position] ^= 1;
        return copy;
    }

    private static DsseEnvelope Parse(string payload, string signature) =>
        DsseEnvelope.Parse(
            Encoding.UTF8.GetBytes(
                $$"""{"payload":"{{payload}}","payloadType":"t","signatures":[{"sig":"{{signature}}"}]}"""
            )
        );
}
