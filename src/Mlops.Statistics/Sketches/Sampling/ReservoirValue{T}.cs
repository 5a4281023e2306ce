using System.Runtime.CompilerServices;
using Mlops.Serialization;

namespace Mlops.Statistics.Sketches.Sampling;

/// <summary>What a sample can be of. The type is a constant to the JIT, which leaves one branch.</summary>
internal static class ReservoirValue<T>
    where T : unmanaged
{
    private const byte DoubleCode = 1;
    private const byte SingleCode = 2;
    private const byte Int64Code = 3;

    internal static byte TypeCode =>
        typeof(T) == typeof(double) ? DoubleCode
        : typeof(T) == typeof(float) ? SingleCode
        : Int64Code;

    internal static void ThrowIfNotSupported()
    {
        if (typeof(T) != typeof(double) && typeof(T) != typeof(float) && typeof(T) != typeof(long))
        {
            throw new NotSupportedException($"A sample is of double, float or long; {typeof(T)} is none of them.");
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsMissing(T value) =>
        typeof(T) == typeof(double)
            ? double.IsNaN(Unsafe.BitCast<T, double>(value))
            : typeof(T) == typeof(float) && float.IsNaN(Unsafe.BitCast<T, float>(value));

    /// <summary>Bits of which equal values have the same: -0.0 is kept as 0.0.</summary>
    internal static ulong Bits(T value) =>
        typeof(T) == typeof(double) ? BitConverter.DoubleToUInt64Bits(Unsafe.BitCast<T, double>(value) + 0.0)
        : typeof(T) == typeof(float) ? BitConverter.SingleToUInt32Bits(Unsafe.BitCast<T, float>(value) + 0f)
        : (ulong)Unsafe.BitCast<T, long>(value);

    internal static T FromBits(ulong bits) =>
        typeof(T) == typeof(double) ? Unsafe.BitCast<double, T>(BitConverter.UInt64BitsToDouble(bits))
        : typeof(T) == typeof(float) ? Unsafe.BitCast<float, T>(BitConverter.UInt32BitsToSingle((uint)bits))
        : Unsafe.BitCast<long, T>((long)bits);

    internal static int SavedLength => typeof(T) == typeof(float) ? sizeof(uint) : sizeof(ulong);

    internal static void Write(BinaryPayloadWriter writer, ulong bits)
    {
        if (typeof(T) == typeof(float))
        {
            writer.WriteInt32((int)(uint)bits);
        }
        else
        {
            writer.WriteUInt64(bits);
        }
    }

    internal static ulong Read(BinaryPayloadReader reader, string field) =>
        typeof(T) == typeof(float) ? (uint)reader.ReadInt32(field) : reader.ReadUInt64(field);
}
