using System.Numerics;

namespace Mlops.Statistics.Sorting;

/// <summary>A negative number has all its bits flipped, any other its sign bit.</summary>
internal readonly struct SingleKeyCodec : IKeyCodec<uint>
{
    private const uint Sign = 1U << 31;

    public static uint NegativeInfinity => Encode(BitConverter.SingleToUInt32Bits(float.NegativeInfinity));

    public static uint PositiveInfinity => Encode(BitConverter.SingleToUInt32Bits(float.PositiveInfinity));

    public static uint Encode(uint bits) => bits ^ ((uint)((int)bits >> 31) | Sign);

    public static Vector<uint> Encode(Vector<uint> bits) =>
        bits
        ^ (Vector.AsVectorUInt32(Vector.ShiftRightArithmetic(Vector.AsVectorInt32(bits), 31)) | new Vector<uint>(Sign));

    public static uint Decode(uint key) => key ^ ((uint)((int)~key >> 31) | Sign);

    public static Vector<uint> Decode(Vector<uint> keys) =>
        keys
        ^ (
            Vector.AsVectorUInt32(Vector.ShiftRightArithmetic(Vector.AsVectorInt32(~keys), 31)) | new Vector<uint>(Sign)
        );
}
