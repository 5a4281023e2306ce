using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Mlops.Registry.Signing;

namespace Mlops.Registry.Tests.Signing;

public sealed class DssePaeTests
{
    [Theory]
    [InlineData(
        "http://example.com/HelloWorld",
        "hello world",
        "DSSEv1 29 http://example.com/HelloWorld 11 hello world"
    )]
    [InlineData("", "", "DSSEv1 0  0 ")]
    [InlineData("é", "☃", "DSSEv1 2 é 3 ☃")]
    public void Encode_KnownPairs_GivesTheProtocolsBytes(string type, string body, string expected) =>
        Assert.Equal(Encoding.UTF8.GetBytes(expected), DssePae.Encode(type, Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void Encode_BytesThatAreNoText_AreTakenAsTheyAre() =>
        Assert.Equal([.. "DSSEv1 1 x 3 "u8, 0xff, 0x00, 0x20], DssePae.Encode("x", [0xff, 0x00, 0x20]));

    [Fact]
    public void Encode_LoneSurrogate_Throws() =>
        Assert.ThrowsAny<ArgumentException>(() => DssePae.Encode("\ud800", []));

    [Fact]
    public void Encode_DifferentPairs_DifferAlways()
    {
        // Words that look like parts of the encoding, so that a boundary could be mistaken.
        var words = Gen.ArrayOf(Gen.Elements("1", " ", "x", "1 x", "DSSEv1 ")).Select(parts => string.Concat(parts));
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2000),
            Prop.ForAll(
                words.ToArbitrary(),
                words.ToArbitrary(),
                (left, right) =>
                {
                    var middle = left.Length / 2;
                    var one = DssePae.Encode(left, Encoding.UTF8.GetBytes(right));
                    var other = DssePae.Encode(left[..middle], Encoding.UTF8.GetBytes(left[middle..] + right));
                    return middle == left.Length || !one.AsSpan().SequenceEqual(other);
                }
            )
        );
    }
}
