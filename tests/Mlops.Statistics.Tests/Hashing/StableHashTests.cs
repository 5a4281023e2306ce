using System.Buffers.Binary;
using System.Text;
using FsCheck.Fluent;
using Mlops.Statistics.Hashing;
using Mlops.Statistics.Tests.Laws;

namespace Mlops.Statistics.Tests.Hashing;

public sealed class StableHashTests
{
    private const ulong Prime32 = 2654435761;

    /// <summary>The self-test of xxHash's reference program: a generated buffer, without a seed and with 2654435761.</summary>
    [Theory]
    [InlineData(0, 0xEF46DB3751D8E999, 0xAC75FDA2929B17EF)]
    [InlineData(1, 0xE934A84ADB052768, 0x5014607643A9B4C3)]
    [InlineData(4, 0x9136A0DCA57457EE, 0xCAAB286BD8E9FDB5)]
    [InlineData(14, 0x8282DCC4994E35C8, 0xC3BD6BF63DEB6DF0)]
    [InlineData(222, 0xB641AE8CB691C174, 0x20CB8AB7AE10C14A)]
    public void OfBytes_PublishedBuffer_IsThePublishedHash(int length, ulong unseeded, ulong seeded)
    {
        var buffer = new byte[length];
        var generator = Prime32;
        for (var i = 0; i < length; i++)
        {
            buffer[i] = (byte)(generator >> 56);
            generator = unchecked(generator * 11400714785074694797);
        }

        Assert.Equal(unseeded, StableHash.OfBytes(buffer));
        Assert.Equal(seeded, StableHash.OfBytes(buffer, Prime32));
    }

    [Theory]
    [InlineData("", 0xEF46DB3751D8E999)]
    [InlineData("a", 0xD24EC4F1A98C6E5B)]
    [InlineData("abc", 0x44BC2CF5AD770999)]
    public void OfText_Known_IsXxh64OfItsBytes(string text, ulong expected) =>
        Assert.Equal(expected, StableHash.OfText(text));

    [Fact]
    public void OfText_AnyLength_IsTheHashOfItsUtf8()
    {
        foreach (var length in new[] { 0, 1, 3, 31, 169, 170, 171, 512, 5_000 })
        {
            var text = string.Concat(Enumerable.Range(0, length).Select(i => i % 3 == 0 ? "日" : "e"));
            Assert.Equal(StableHash.OfBytes(Encoding.UTF8.GetBytes(text), 9), StableHash.OfText(text, 9));
        }

        Assert.Equal(StableHash.OfText("\uFFFD"), StableHash.OfText("\uD800"));
    }

    [Fact]
    public void OfUInt64_Any_IsTheHashOfItsBytes() =>
        Law.Holds(
            ArbMap.Default.GeneratorFor<ulong>().Two(),
            input =>
            {
                var (value, seed) = input;
                var bytes = new byte[sizeof(ulong)];
                BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
                Assert.Equal(StableHash.OfBytes(bytes, seed), StableHash.OfUInt64(value, seed));
            }
        );

    [Fact]
    public void OfDouble_EqualOrNaN_HasOneHash()
    {
        var otherNaN = BitConverter.UInt64BitsToDouble(0x7FF0000000000123);
        Assert.Equal(StableHash.OfDouble(0.0, 3), StableHash.OfDouble(-0.0, 3));
        Assert.Equal(StableHash.OfDouble(double.NaN), StableHash.OfDouble(otherNaN));
        Assert.Equal(StableHash.OfDouble(-double.NaN), StableHash.OfDouble(double.NaN));
        Assert.Equal(StableHash.OfUInt64(BitConverter.DoubleToUInt64Bits(1.5), 3), StableHash.OfDouble(1.5, 3));
        Assert.NotEqual(StableHash.OfDouble(1.5, 3), StableHash.OfDouble(1.5, 4));
    }

    /// <summary>Each bit of the hash changes in half of the cases when one bit of the input does (the strict avalanche criterion).</summary>
    [Fact]
    public void OfUInt64_OneBitFlipped_ChangesEveryBitHalfOfTheTime()
    {
        const int Samples = 2_000;
        for (var bit = 0; bit < 64; bit++)
        {
            var changes = new int[64];
            for (var i = 0UL; i < Samples; i++)
            {
                var difference = StableHash.OfUInt64(i, 1) ^ StableHash.OfUInt64(i ^ (1UL << bit), 1);
                for (var output = 0; output < 64; output++)
                {
                    changes[output] += (int)((difference >> output) & 1);
                }
            }

            // Five standard deviations of a fair coin.
            Assert.All(changes, count => Assert.InRange(count, (Samples / 2) - 112, (Samples / 2) + 112));
        }
    }

    [Fact]
    public void OfText_AfterWarmUp_AllocatesNothing()
    {
        var text = new string('x', 100);

        Assert.Equal(0, Allocations.Least(() => StableHash.OfText(text)));
    }
}
