using FsCheck.Fluent;
using Mlops.Serialization;

namespace Mlops.Abstractions.Tests.Serialization;

public class BinaryPayloadTests
{
    [Fact]
    public void Write_Fields_AreLittleEndian()
    {
        var writer = new BinaryPayloadWriter();
        writer.WriteUInt8(0xAB);
        writer.WriteInt32(0x01020304);
        writer.WriteInt64(-2);
        writer.WriteUInt64(0x1122334455667788);
        writer.WriteVarUInt64(300);
        writer.WriteDouble(1);
        writer.WriteSingle(1);
        writer.WriteString("é");

        Assert.Equal(
            "AB"
                + "04030201"
                + "FEFFFFFFFFFFFFFF"
                + "8877665544332211"
                + "AC02"
                + "000000000000F03F"
                + "0000803F"
                + "02C3A9",
            Convert.ToHexString(writer.ToArray())
        );
    }

    [Fact]
    public void Read_WhatWasWritten_IsTheSame() =>
        Laws.Hold(
            ArbMap.Default.ArbFor<(ulong, long, double, float, string)>(),
            fields =>
            {
                var (unsigned, signed, real, single, text) = fields;
                text = text is null ? "" : new string([.. text.Where(character => !char.IsSurrogate(character))]);
                var writer = new BinaryPayloadWriter();
                writer.WriteVarUInt64(unsigned);
                writer.WriteVarUInt64((ulong)signed);
                writer.WriteInt64(signed);
                writer.WriteInt32((int)signed);
                writer.WriteString(text);
                writer.WriteDoubles([real, -0.0, double.NaN]);
                writer.WriteSingles([single]);
                writer.WriteBytes([7, 8]);

                var reader = new BinaryPayloadReader(writer.ToArray());
                Assert.Equal(unsigned, reader.ReadVarUInt64("a"));
                Assert.Equal((ulong)signed, reader.ReadVarUInt64("b"));
                Assert.Equal(signed, reader.ReadInt64("c"));
                Assert.Equal((int)signed, reader.ReadInt32("d"));
                Assert.Equal(text, reader.ReadString(int.MaxValue, "e"));
                var reals = new double[3];
                reader.ReadDoubles(reals, "f");
                Assert.Equal(
                    new[] { real, -0.0, double.NaN }.Select(BitConverter.DoubleToInt64Bits),
                    reals.Select(BitConverter.DoubleToInt64Bits)
                );
                var singles = new float[1];
                reader.ReadSingles(singles, "g");
                Assert.Equal(BitConverter.SingleToInt32Bits(single), BitConverter.SingleToInt32Bits(singles[0]));
                Assert.Equal([7, 8], reader.ReadBytes(2, "h").ToArray());
                reader.ThrowIfNotAtEnd();
            },
            count: 300
        );

    [Theory]
    [InlineData(0UL, 1)]
    [InlineData(127UL, 1)]
    [InlineData(128UL, 2)]
    [InlineData((1UL << 63) - 1, 9)]
    [InlineData(1UL << 63, 10)]
    [InlineData(ulong.MaxValue, 10)]
    public void VarUInt64_AnySize_TakesAsManyBytesAsItNeeds(ulong value, int length)
    {
        var writer = new BinaryPayloadWriter();
        writer.WriteVarUInt64(value);

        Assert.Equal(length, writer.WrittenSpan.Length);
        Assert.Equal(value, new BinaryPayloadReader(writer.ToArray()).ReadVarUInt64("v"));
    }

    [Theory]
    [InlineData("8000", "more than it needs")]
    [InlineData("FFFFFFFFFFFFFFFFFF02", "64 bits")]
    [InlineData("FFFFFFFFFFFFFFFFFF8101", "64 bits")]
    [InlineData("80", "takes 1 bytes, and 0 are left")]
    [InlineData("", "takes 1 bytes, and 0 are left")]
    public void ReadVarUInt64_Malformed_ThrowsNamingTheField(string hex, string reason) =>
        AssertRefused(hex, reason, reader => reader.ReadVarUInt64("field"));

    [Fact]
    public void Read_BytesEnd_ThrowsNamingTheFieldAndTheByte()
    {
        var reader = new BinaryPayloadReader(new byte[] { 1, 2, 3 });
        reader.ReadUInt8("first");
        var exception = Assert.Throws<FormatException>(() => reader.ReadInt32("second"));

        Assert.Equal("'second', at byte 1, takes 4 bytes, and 2 are left.", exception.Message);
        Assert.Equal((1, 2), (reader.Position, reader.Remaining));
    }

    [Fact]
    public void Read_EveryKind_IsRefusedPastTheEnd()
    {
        AssertRefused("00", "takes 8", reader => reader.ReadInt64("field"));
        AssertRefused("00", "takes 8", reader => reader.ReadUInt64("field"));
        AssertRefused("00", "takes 8", reader => reader.ReadDouble("field"));
        AssertRefused("00", "takes 4", reader => reader.ReadSingle("field"));
        AssertRefused("00", "takes 16", reader => reader.ReadDoubles(new double[2], "field"));
        AssertRefused("00", "takes 8", reader => reader.ReadSingles(new float[2], "field"));
        AssertRefused("00", "takes 2", reader => reader.ReadBytes(2, "field"));
    }

    [Fact]
    public void ReadLength_MoreThanIsLeft_IsRefusedBeforeAnythingIsAllocated()
    {
        var writer = new BinaryPayloadWriter();
        writer.WriteVarUInt64(3);
        writer.WriteBytes(new byte[23]);
        var payload = writer.ToArray();

        Assert.Equal(3, new BinaryPayloadReader(payload).ReadLength(7, "field"));
        AssertRefused(Convert.ToHexString(payload), "hold at most 2", reader => reader.ReadLength(8, "field"));
        AssertRefused("FFFFFFFFFFFFFFFFFF01", "hold at most 0", reader => reader.ReadLength(1, "field"));
    }

    [Fact]
    public void ReadString_TooLongOrNotText_ThrowsFormatException()
    {
        AssertRefused("03414243", "at most 2", reader => reader.ReadString(2, "field"));
        AssertRefused("02C328", "not valid UTF-8", reader => reader.ReadString(9, "field"));
        AssertRefused("0341", "hold at most 1", reader => reader.ReadString(9, "field"));
    }

    [Fact]
    public void ThrowIfNotAtEnd_BytesLeft_SaysHowMany()
    {
        var reader = new BinaryPayloadReader(new byte[] { 1, 2, 3 });
        reader.ReadUInt8("first");
        var exception = Assert.Throws<FormatException>(reader.ThrowIfNotAtEnd);

        Assert.Contains("end at byte 1, and 2 more", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WriteString_LoneSurrogate_ThrowsArgumentException() =>
        Assert.Throws<ArgumentException>(() => new BinaryPayloadWriter().WriteString("a\uD800"));

    private static void AssertRefused(string hex, string reason, Action<BinaryPayloadReader> read)
    {
        var reader = new BinaryPayloadReader(Convert.FromHexString(hex));
        var exception = Assert.Throws<FormatException>(() => read(reader));
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
        Assert.Contains("'field', at byte ", exception.Message, StringComparison.Ordinal);
    }
}
