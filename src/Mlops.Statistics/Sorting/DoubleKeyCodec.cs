using System.Numerics;

namespace Mlops.Statistics.Sorting;

/// <summary>A negative number has all its bits flipped, any other its sign bit.</summary>
internal readonly struct DoubleKeyCodec : IKeyCodec<ulong>
{
    private const ulong Sign = 1UL << 63;

    public static ulong NegativeInfinity => Encode(BitConverter.DoubleToUInt64Bits(double.NegativeInfinity));

    public static ulong PositiveInfinity => Encode(BitConverter.DoubleToUInt64Bits(double.PositiveInfinity));

    public static ulong Encode(ulong bits) => bits ^ ((ulong)((long)bits >> 63) | Sign);

    public static Vector<ulong> Encode(Vector<ulong> bits) =>
        bits
        ^ (
            Vector.AsVectorUInt64(Vector.ShiftRightArithmetic(Vector.AsVectorInt64(bits), 63)) | new Vector<ulong>(Sign)
        );

    public static ulong Decode(ulong key) => key ^ ((ulong)((long)~key >> 63) | Sign);

    public static Vector<ulong> Decode(Vector<ulong> keys) =>
        keys
        ^ (
            Vector.AsVectorUInt64(Vector.ShiftRightArithmetic(Vector.AsVectorInt64(~keys), 63))
            | new Vector<ulong>(Sign)
        );
}
