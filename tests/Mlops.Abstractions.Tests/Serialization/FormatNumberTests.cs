using System.Globalization;
using System.Text;
using Mlops.Serialization;

namespace Mlops.Abstractions.Tests.Serialization;

public class FormatNumberTests
{
    // RFC 8785, appendix B.
    [Theory]
    [InlineData(0x0000000000000000, "0")]
    [InlineData(0x8000000000000000, "0")]
    [InlineData(0x0000000000000001, "5e-324")]
    [InlineData(0x8000000000000001, "-5e-324")]
    [InlineData(0x7fefffffffffffff, "1.7976931348623157e+308")]
    [InlineData(0xffefffffffffffff, "-1.7976931348623157e+308")]
    [InlineData(0x4340000000000000, "9007199254740992")]
    [InlineData(0xc340000000000000, "-9007199254740992")]
    [InlineData(0x4430000000000000, "295147905179352830000")]
    [InlineData(0x44b52d02c7e14af5, "9.999999999999997e+22")]
    [InlineData(0x44b52d02c7e14af6, "1e+23")]
    [InlineData(0x44b52d02c7e14af7, "1.0000000000000001e+23")]
    [InlineData(0x444b1ae4d6e2ef4e, "999999999999999700000")]
    [InlineData(0x444b1ae4d6e2ef4f, "999999999999999900000")]
    [InlineData(0x444b1ae4d6e2ef50, "1e+21")]
    [InlineData(0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7")]
    [InlineData(0x3eb0c6f7a0b5ed8d, "0.000001")]
    [InlineData(0x41b3de4355555553, "333333333.3333332")]
    [InlineData(0x41b3de4355555554, "333333333.33333325")]
    [InlineData(0x41b3de4355555555, "333333333.3333333")]
    [InlineData(0x41b3de4355555556, "333333333.3333334")]
    [InlineData(0x41b3de4355555557, "333333333.33333343")]
    [InlineData(0xbecbf647612f3696, "-0.0000033333333333333333")]
    [InlineData(0x43143ff3c1cb0959, "1424953923781206.2")]
    public void FormatNumber_Rfc8785AppendixB_IsTheRfcsText(ulong bits, string expected) =>
        Assert.Equal(expected, CanonicalJson.FormatNumber(BitConverter.UInt64BitsToDouble(bits)));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void FormatNumber_NotFinite_IsRefused(double value) =>
        Assert.Throws<ArgumentOutOfRangeException>(nameof(value), () => CanonicalJson.FormatNumber(value));

    [Fact]
    public void FormatNumber_NumbersThatNodeWrote_AreTheSame()
    {
        var lines = Encoding.ASCII.GetString(Resource.Read("ecmascript-numbers.txt")).Split('\n');
        var pairs = lines.Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(' ')).ToList();

        Assert.True(pairs.Count > 700);
        Assert.All(
            pairs,
            pair =>
            {
                var bits = ulong.Parse(pair[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                Assert.Equal(pair[1], CanonicalJson.FormatNumber(BitConverter.UInt64BitsToDouble(bits)));
            }
        );
    }

    [Fact]
    public void FormatNumber_EveryPowerOfTwoAndItsNeighbours_ReadsBackBitForBit()
    {
        for (var exponent = -1074; exponent <= 1023; exponent++)
        {
            var power = Math.ScaleB(1, exponent);
            AssertRoundTrip(power);
            AssertRoundTrip(-power);
            AssertRoundTrip(Math.BitIncrement(power));
            AssertRoundTrip(Math.BitDecrement(power));
        }
    }

    [Fact]
    public void FormatNumber_AnyFiniteNumber_ReadsBackBitForBit() =>
        Laws.Hold(Laws.FiniteDoubles, AssertRoundTrip, count: 5000);

    private static void AssertRoundTrip(double value)
    {
        var text = CanonicalJson.FormatNumber(value);
        var read = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

        // -0 is written as 0.
        Assert.Equal(BitConverter.DoubleToInt64Bits(value + 0.0), BitConverter.DoubleToInt64Bits(read));
    }
}
