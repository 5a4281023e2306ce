using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Mlops.Serialization;
using Mlops.Statistics.Sorting;

namespace Mlops.Statistics.Sketches.Quantiles;

/// <summary>What differs between float and double; the JIT leaves one branch of each.</summary>
internal static unsafe class KllScalar<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int LongestOnStack = 512;

    /// <summary>How many bytes a value takes: 8 for double, 4 for float.</summary>
    internal static byte Width => (byte)(typeof(T) == typeof(double) ? sizeof(double) : sizeof(float));

    internal static void ThrowIfNotSupported()
    {
        if (typeof(T) != typeof(double) && typeof(T) != typeof(float))
        {
            throw new NotSupportedException(
                $"A quantile sketch holds double or float, not {typeof(T).Name}; convert the values to one of them."
            );
        }
    }

    /// <summary>Sorts values without NaN on this thread; nothing is allocated.</summary>
    internal static void Sort(Span<T> values)
    {
        fixed (T* bits = values)
        {
            if (typeof(T) == typeof(double))
            {
                Sort<ulong, DoubleKeyCodec>((ulong*)bits, values.Length);
            }
            else
            {
                Sort<uint, SingleKeyCodec>((uint*)bits, values.Length);
            }
        }
    }

    internal static void Write(BinaryPayloadWriter writer, ReadOnlySpan<T> values)
    {
        if (typeof(T) == typeof(double))
        {
            writer.WriteDoubles(MemoryMarshal.Cast<T, double>(values));
        }
        else
        {
            writer.WriteSingles(MemoryMarshal.Cast<T, float>(values));
        }
    }

    /// <summary>Reads values that a sketch may hold.</summary>
    /// <exception cref="FormatException">One is NaN, or a negative zero, which is stored as zero; or the bytes end.</exception>
    internal static void Read(BinaryPayloadReader reader, Span<T> values, string field)
    {
        var position = reader.Position;
        if (typeof(T) == typeof(double))
        {
            reader.ReadDoubles(MemoryMarshal.Cast<T, double>(values), field);
        }
        else
        {
            reader.ReadSingles(MemoryMarshal.Cast<T, float>(values), field);
        }

        for (var i = 0; i < values.Length; i++)
        {
            if (T.IsNaN(values[i]) || (T.IsZero(values[i]) && T.IsNegative(values[i])))
            {
                throw BinaryPayloadReader.Error(
                    field,
                    position + (i * Width),
                    T.IsNaN(values[i]) ? "is NaN; missing values are not kept" : "is -0; it is stored as 0"
                );
            }
        }
    }

    [SkipLocalsInit]
    private static void Sort<TKey, TCodec>(TKey* bits, int count)
        where TKey : unmanaged, IBinaryInteger<TKey>, IMinMaxValue<TKey>, IUnsignedNumber<TKey>
        where TCodec : struct, IKeyCodec<TKey>
    {
        if (KeySpan<TKey, TCodec>.AscendingPrefix(bits, count) == count)
        {
            return;
        }

        var onStack = stackalloc TKey[LongestOnStack];
        var rented = count > LongestOnStack ? ArrayPool<TKey>.Shared.Rent(count) : null;
        fixed (TKey* pinned = rented)
        {
            var keys = rented is null ? onStack : pinned;
            KeySpan<TKey, TCodec>.Encode(bits, keys, count);
            RadixSort<TKey>.Sort(keys, bits, count, inPlace: false);
            KeySpan<TKey, TCodec>.DecodeInPlace(bits, count);
        }

        if (rented is not null)
        {
            ArrayPool<TKey>.Shared.Return(rented);
        }
    }
}
