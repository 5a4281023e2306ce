using System.Globalization;
using System.Text;
using Mlops.Data.Parsing;

namespace Mlops.Data.Tests.Parsing;

public sealed class NumberParserTests
{
    [Theory]
    [InlineData("0", 0, true)]
    [InlineData("-0", 0, true)]
    [InlineData("+5", 5, true)]
    [InlineData("9007199254740993", 9007199254740992, true)]
    [InlineData("12345678901234567890123", 12345678901234567890123.0, true)]
    [InlineData("1.5", 1.5, false)]
    [InlineData(".5", 0.5, false)]
    [InlineData("5.", 5, false)]
    [InlineData("1e3", 1000, false)]
    [InlineData("1E-3", 0.001, false)]
    [InlineData("2.5e+2", 250, false)]
    [InlineData("0.1", 0.1, false)]
    [InlineData("1e22", 1e22, false)]
    [InlineData("1e23", 1e23, false)]
    [InlineData("123456789012345678e-20", 123456789012345678e-20, false)]
    [InlineData("5e-324", double.Epsilon, false)]
    [InlineData("1e-400", 0, false)]
    [InlineData("1e999999999999", double.PositiveInfinity, false)]
    [InlineData("-1e400", double.NegativeInfinity, false)]
    [InlineData("Infinity", double.PositiveInfinity, false)]
    [InlineData("-INF", double.NegativeInfinity, false)]
    [InlineData("nan", double.NaN, false)]
    [InlineData("0.00000000000000000000000000000000000012345", 1.2345e-37, false)]
    public void TryParse_Number_IsTheNearestDouble(string text, double expected, bool isInteger)
    {
        Assert.True(NumberParser.Invariant.TryParse(Encoding.UTF8.GetBytes(text), out var value, out var spelling));
        Assert.Equal(expected, value);
        Assert.Equal(isInteger, spelling.HasFlag(NumberSpelling.Integer));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("e5")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("1.2.3")]
    [InlineData("1,5")]
    [InlineData("1 2")]
    [InlineData("0x10")]
    [InlineData("--1")]
    [InlineData("infinit")]
    [InlineData("1\0")]
    [InlineData("٣")]
    public void TryParse_SomethingElse_IsNot(string text) =>
        Assert.False(NumberParser.Invariant.TryParse(Encoding.UTF8.GetBytes(text), out _, out _));

    [Theory]
    [InlineData("007", true)]
    [InlineData("-01.5", true)]
    [InlineData("00", true)]
    [InlineData("0", false)]
    [InlineData("0.5", false)]
    [InlineData("100", false)]
    public void TryParse_LeadingZero_IsSaid(string text, bool expected)
    {
        Assert.True(NumberParser.Invariant.TryParse(Encoding.UTF8.GetBytes(text), out _, out var spelling));
        Assert.Equal(expected, spelling.HasFlag(NumberSpelling.LeadingZero));
    }

    [Fact]
    public void TryParse_DecimalComma_ReadsItAndNotThePoint()
    {
        var german = new NumberParser(CultureInfo.GetCultureInfo("de-DE"));
        Assert.True(german.TryParse("-1,5"u8, out var value, out _));
        Assert.Equal(-1.5, value);
        Assert.True(german.TryParse("0,12345678901234567"u8, out value, out _));
        Assert.Equal(0.12345678901234567, value);
        Assert.False(german.TryParse("1.5"u8, out _, out _));
        Assert.False(german.TryParse("1.234,5"u8, out _, out _));
    }

    [Fact]
    public void TryParse_EveryDoubleAsItIsWritten_ReadsBack()
    {
        Laws.Hold(
            Laws.Numbers,
            expected =>
            {
                string[] forms = ["R", "E16", "G17"];
                foreach (var form in forms)
                {
                    var text = expected.ToString(form, CultureInfo.InvariantCulture);
                    Assert.True(NumberParser.Invariant.TryParse(Encoding.UTF8.GetBytes(text), out var value, out _));
                    Assert.Equal(expected, value);
                }
            }
        );
    }

    [Fact]
    public void TryParse_AnyDecimal_IsWhatTheRuntimeReads()
    {
        var state = 88172645463325252UL;
        Span<byte> utf8 = stackalloc byte[64];
        for (var i = 0; i < 200_000; i++)
        {
            var digits = Next(ref state) % 20;
            var exponent = (int)(Next(ref state) % 60) - 30;
            var mantissa = Next(ref state) >> (int)(Next(ref state) % 64);
            var text = (digits % 3) switch
            {
                0 => string.Create(CultureInfo.InvariantCulture, $"{mantissa}e{exponent}"),
                1 => string.Create(CultureInfo.InvariantCulture, $"{mantissa % 100_000}.{mantissa}"),
                _ => string.Create(CultureInfo.InvariantCulture, $"-0.{mantissa}E{exponent}"),
            };
            var length = Encoding.UTF8.GetBytes(text, utf8);
            Assert.True(NumberParser.Invariant.TryParse(utf8[..length], out var value, out _));
            if (
                BitConverter.DoubleToInt64Bits(value)
                != BitConverter.DoubleToInt64Bits(double.Parse(text, CultureInfo.InvariantCulture))
            )
                Assert.Fail(text);
        }
    }

    // xorshift64 (Marsaglia, 2003).
    private static ulong Next(ref ulong state)
    {
        state ^= state << 13;
        state ^= state >> 7;
        return state ^= state << 17;
    }
}
