using System.Buffers.Binary;
using FsCheck.Fluent;
using Mlops.Serialization;

namespace Mlops.Abstractions.Tests.Serialization;

public class BinaryEnvelopeTests
{
    private const string Kind = "mlops.test.sample";
    private const string Producer = "Mlops.Test 1.0";
    private const int KindAt = 9;
    private const int VersionAt = KindAt + 1 + 17;
    private const int ProducerAt = VersionAt + 4;
    private const int LengthAt = ProducerAt + 2 + 14;
    private const int PayloadAt = LengthAt + 4;

    /// <summary>Written once, by hand: the form must not change.</summary>
    private const string Golden =
        "894D4C4F50530D0A"
        + "01"
        + "11"
        + "6D6C6F70732E746573742E73616D706C65"
        + "02000000"
        + "0E00"
        + "4D6C6F70732E5465737420312E30"
        + "03000000"
        + "010203";

    private static byte[] Sealed => BinaryEnvelope.Seal(Kind, 2, Producer, [1, 2, 3]);

    [Fact]
    public void Seal_Payload_IsTheDocumentedForm()
    {
        var body = Convert.FromHexString(Golden);
        byte[] digested = [17, .. "mlops.test.sample"u8, 2, 0, 0, 0, 1, 2, 3];
        var digest = ContentDigest.Of(digested);

        Assert.Equal(body, Sealed.Take(body.Length));
        Assert.Equal(digest, ContentDigest.FromHash(Sealed.AsSpan(body.Length)));
        Assert.Equal(digest, BinaryEnvelope.Open(Sealed, Kind, 2).Digest);
    }

    [Fact]
    public void Open_WhatSealWrote_IsTheSame() =>
        Laws.Hold(
            ArbMap.Default.ArbFor<byte[]>(),
            payload =>
            {
                var opened = BinaryEnvelope.Open(BinaryEnvelope.Seal(Kind, 2, "é 1.0", payload), Kind, 3);

                Assert.Equal(payload, opened.Payload.ToArray());
                Assert.Equal((Kind, 2, "é 1.0"), (opened.Kind, opened.SchemaVersion, opened.Producer));
            },
            count: 200
        );

    [Fact]
    public void Seal_AnotherContentKindOrVersion_HasAnotherDigestAndAnotherProducerHasNot()
    {
        var digests = new[]
        {
            BinaryEnvelope.Open(Sealed, Kind, 9).Digest,
            BinaryEnvelope.Open(BinaryEnvelope.Seal(Kind, 2, Producer, [1, 2]), Kind, 9).Digest,
            BinaryEnvelope.Open(BinaryEnvelope.Seal(Kind, 3, Producer, [1, 2, 3]), Kind, 9).Digest,
            BinaryEnvelope.Open(BinaryEnvelope.Seal("other.kind", 2, Producer, [1, 2, 3]), "other.kind", 9).Digest,
        };

        Assert.Equal(4, digests.Distinct().Count());
        Assert.Equal(digests[0], BinaryEnvelope.Open(BinaryEnvelope.Seal(Kind, 2, "p", [1, 2, 3]), Kind, 9).Digest);
    }

    [Fact]
    public void Open_CutOffAnywhere_ThrowsEnvelopeFormatException()
    {
        for (var length = 0; length < Sealed.Length; length++)
        {
            AssertRefused(Sealed[..length], "byte");
        }
    }

    [Fact]
    public void Open_OneBitFlipped_IsRefusedOrOfAnotherProducerOnly()
    {
        for (var bit = 0; bit < 8 * Sealed.Length; bit++)
        {
            var bytes = Sealed;
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            if (bit / 8 is >= ProducerAt + 2 and < LengthAt)
            {
                OpenOrRefuse(bytes);
            }
            else
            {
                AssertRefused(bytes, "");
            }
        }
    }

    [Fact]
    public void Open_BytesAdded_ThrowsEnvelopeFormatException() => AssertRefused([.. Sealed, 0], "added to");

    [Fact]
    public void Open_LengthOfMoreThanThereIs_ThrowsEnvelopeFormatException()
    {
        foreach (var length in new[] { -1, 4, int.MaxValue, int.MinValue })
        {
            var bytes = Sealed;
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(LengthAt), length);
            AssertRefused(bytes, $"at byte {LengthAt}, is {length}");
        }
    }

    [Fact]
    public void Open_PayloadAltered_SaysSo()
    {
        var bytes = Sealed;
        bytes[PayloadAt] ^= 1;
        AssertRefused(bytes, "altered");
    }

    [Fact]
    public void Open_SomethingElse_SaysAtWhichByte()
    {
        AssertRefused("{}"u8.ToArray(), "byte 0 is 7B, and 89 is expected");
        AssertRefused([0x89, .. "MLOPS\n"u8], "byte 6 is 0A, and 0D is expected");
        AssertRefused([], "ends at byte 0");
    }

    [Fact]
    public void Open_NewerContainer_SaysSo()
    {
        var bytes = Sealed;
        bytes[8] = 2;
        AssertRefused(bytes, "container's version, at byte 8, is 2");
    }

    [Fact]
    public void Open_AnotherKind_NamesBoth()
    {
        var exception = Assert.Throws<EnvelopeFormatException>(() => BinaryEnvelope.Open(Sealed, "other.kind", 2));
        Assert.Contains("'mlops.test.sample', and 'other.kind'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_NewerSchema_ThrowsUnsupportedSchemaVersionException()
    {
        var exception = Assert.Throws<UnsupportedSchemaVersionException>(() => BinaryEnvelope.Open(Sealed, Kind, 1));
        Assert.Equal((Kind, 2, 1), (exception.Kind, exception.SchemaVersion, exception.NewestSupported));
    }

    [Fact]
    public void Open_SchemaVersionBelowOne_ThrowsEnvelopeFormatException()
    {
        var bytes = Sealed;
        bytes[VersionAt] = 0;
        AssertRefused(bytes, $"at byte {VersionAt}, is 0");
    }

    [Theory]
    [InlineData("Kind.Of.Mine")]
    [InlineData("kind")]
    [InlineData("")]
    public void Seal_MalformedKind_ThrowsArgumentException(string kind) =>
        Assert.Throws<ArgumentException>(() => BinaryEnvelope.Seal(kind, 1, Producer, []));

    [Fact]
    public void Seal_ArgumentOutOfRange_Throws()
    {
        var longKind = $"a.{new string('b', 254)}";
        Assert.Throws<ArgumentException>(() => BinaryEnvelope.Seal(longKind, 1, Producer, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => BinaryEnvelope.Seal(Kind, 0, Producer, []));
        Assert.Throws<ArgumentException>(() => BinaryEnvelope.Seal(Kind, 1, " ", []));
        Assert.Throws<ArgumentException>(() => BinaryEnvelope.Seal(Kind, 1, "a\uD800", []));
        Assert.Throws<ArgumentException>(() => BinaryEnvelope.Seal(Kind, 1, new string('p', 1_025), []));
        Assert.Throws<ArgumentOutOfRangeException>(() => BinaryEnvelope.Open(Sealed, Kind, 0));
    }

    private static void OpenOrRefuse(byte[] bytes)
    {
        try
        {
            Assert.Equal([1, 2, 3], BinaryEnvelope.Open(bytes, Kind, 2).Payload.ToArray());
        }
        catch (EnvelopeFormatException exception)
        {
            Assert.Contains("producer", exception.Message, StringComparison.Ordinal);
        }
    }

    private static void AssertRefused(byte[] bytes, string reason)
    {
        var exception = Assert.ThrowsAny<EnvelopeFormatException>(() => BinaryEnvelope.Open(bytes, Kind, 2));
        Assert.NotEmpty(exception.Message);
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
    }
}
