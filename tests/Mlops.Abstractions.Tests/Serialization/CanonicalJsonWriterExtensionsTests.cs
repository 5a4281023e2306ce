using System.Buffers;
using System.Text;
using System.Text.Json;
using FsCheck.Fluent;
using Mlops.Serialization;

namespace Mlops.Abstractions.Tests.Serialization;

public class CanonicalJsonWriterExtensionsTests
{
    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(-0.0, "0")]
    [InlineData(1e21, "1e+21")]
    [InlineData(100, "100")]
    [InlineData(double.NaN, "\"NaN\"")]
    [InlineData(double.PositiveInfinity, "\"Infinity\"")]
    [InlineData(double.NegativeInfinity, "\"-Infinity\"")]
    public void WriteReal_AnyNumber_IsJson(double value, string expected) =>
        Assert.Equal(expected, Write(writer => writer.WriteReal(value)));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-17, "-17")]
    [InlineData(9007199254740992, "9007199254740992")]
    [InlineData(-9007199254740992, "-9007199254740992")]
    [InlineData(9007199254740993, "\"9007199254740993\"")]
    [InlineData(-9007199254740993, "\"-9007199254740993\"")]
    [InlineData(long.MaxValue, "\"9223372036854775807\"")]
    [InlineData(long.MinValue, "\"-9223372036854775808\"")]
    public void WriteInteger_BeyondTwoToThe53_IsAString(long value, string expected)
    {
        Assert.Equal(expected, Write(writer => writer.WriteInteger(value)));
        Assert.Equal(value, Parse(expected).GetInteger());
    }

    [Fact]
    public void WriteReal_InArraysAndObjects_KeepsTheSeparators() =>
        Assert.Equal(
            """{"a":[1.5,2,"NaN"],"b":0.25}""",
            Write(writer =>
            {
                writer.WriteStartObject();
                writer.WriteStartArray("a");
                writer.WriteReal(1.5);
                writer.WriteReal(2);
                writer.WriteReal(double.NaN);
                writer.WriteEndArray();
                writer.WritePropertyName("b");
                writer.WriteReal(0.25);
                writer.WriteEndObject();
            })
        );

    [Fact]
    public void GetReal_WhatWriteRealWrote_IsTheSameBitForBit() =>
        Laws.Hold(Laws.FiniteDoubles, value => AssertReads(value), count: 2000);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.MaxValue)]
    [InlineData(double.Epsilon)]
    [InlineData(2.98023223876953125e-8)]
    [InlineData(4.1045368012983762e-289)]
    [InlineData(9007199254740994.0)]
    public void GetReal_AwkwardNumber_IsTheSameBitForBit(double value) => AssertReads(value);

    [Fact]
    public void GetInteger_WhatWriteIntegerWrote_IsTheSame() =>
        Laws.Hold(
            ArbMap.Default.ArbFor<long>(),
            value =>
            {
                var spread = unchecked(value * 0x1E3779B97F4A7C15L);
                Assert.Equal(spread, Parse(Write(writer => writer.WriteInteger(spread))).GetInteger());
            }
        );

    [Theory]
    [InlineData("\"nan\"")]
    [InlineData("\"1.5\"")]
    [InlineData("\"\\ud800\"")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("1e400")]
    public void GetReal_SomethingElse_IsRefused(string json) =>
        Assert.Throws<FormatException>(() => Parse(json).GetReal());

    [Theory]
    [InlineData("1.5")]
    [InlineData("9007199254740993")]
    [InlineData("\"\"")]
    [InlineData("\"+1\"")]
    [InlineData("\"01\"")]
    [InlineData("\"-0\"")]
    [InlineData("\" 1\"")]
    [InlineData("\"9223372036854775808\"")]
    [InlineData("\"\\ud800\"")]
    [InlineData("false")]
    [InlineData("{}")]
    public void GetInteger_SomethingElse_IsRefused(string json) =>
        Assert.Throws<FormatException>(() => Parse(json).GetInteger());

    [Fact]
    public void Get_MissingValue_IsRefusedWithANamedError()
    {
        Assert.Contains(
            "missing",
            Assert.Throws<FormatException>(() => default(JsonElement).GetReal()).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "missing",
            Assert.Throws<FormatException>(() => default(JsonElement).GetInteger()).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Write_WithoutAWriter_IsTheCallersMistake()
    {
        Assert.Throws<ArgumentNullException>("writer", () => CanonicalJsonWriterExtensions.WriteReal(null!, 1));
        Assert.Throws<ArgumentNullException>("writer", () => CanonicalJsonWriterExtensions.WriteInteger(null!, 1));
    }

    private static void AssertReads(double value) =>
        Assert.Equal(
            BitConverter.DoubleToInt64Bits(value + 0.0),
            BitConverter.DoubleToInt64Bits(Parse(Write(writer => writer.WriteReal(value))).GetReal())
        );

    private static string Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
