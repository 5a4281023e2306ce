using System.Numerics;
using System.Runtime.CompilerServices;

namespace Mlops.Statistics.Sorting;

/// <summary>Whole-block operations on the bits of numbers.</summary>
internal static unsafe class KeySpan<TKey, TCodec>
    where TKey : unmanaged, IBinaryInteger<TKey>, IMinMaxValue<TKey>, IUnsignedNumber<TKey>
    where TCodec : struct, IKeyCodec<TKey>
{
    /// <summary>The least and the greatest key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static (TKey Min, TKey Max) Range(TKey* bits, int count)
    {
        var i = 0;
        TKey min = TKey.MaxValue;
        TKey max = TKey.MinValue;
        if (count >= 2 * Vector<TKey>.Count)
        {
            var low0 = new Vector<TKey>(TKey.MaxValue);
            var low1 = low0;
            var high0 = Vector<TKey>.Zero;
            var high1 = high0;
            for (; i <= count - (2 * Vector<TKey>.Count); i += 2 * Vector<TKey>.Count)
            {
                var key0 = TCodec.Encode(Vector.Load(bits + i));
                var key1 = TCodec.Encode(Vector.Load(bits + i + Vector<TKey>.Count));
                low0 = Vector.Min(low0, key0);
                high0 = Vector.Max(high0, key0);
                low1 = Vector.Min(low1, key1);
                high1 = Vector.Max(high1, key1);
            }

            low0 = Vector.Min(low0, low1);
            high0 = Vector.Max(high0, high1);
            for (var lane = 0; lane < Vector<TKey>.Count; lane++)
            {
                min = TKey.Min(min, low0[lane]);
                max = TKey.Max(max, high0[lane]);
            }
        }

        for (; i < count; i++)
        {
            var key = TCodec.Encode(bits[i]);
            min = TKey.Min(min, key);
            max = TKey.Max(max, key);
        }

        return (min, max);
    }

    /// <summary>How many of the first values are in ascending order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static int AscendingPrefix(TKey* bits, int count)
    {
        if (count == 0)
        {
            return 0;
        }

        var i = 1;
        for (; i <= count - Vector<TKey>.Count; i += Vector<TKey>.Count)
        {
            if (Vector.LessThanAny(TCodec.Encode(Vector.Load(bits + i)), TCodec.Encode(Vector.Load(bits + i - 1))))
            {
                break;
            }
        }

        while (i < count && TCodec.Encode(bits[i]) >= TCodec.Encode(bits[i - 1]))
        {
            i++;
        }

        return i;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Encode(TKey* bits, TKey* keys, int count)
    {
        var i = 0;
        for (; i <= count - Vector<TKey>.Count; i += Vector<TKey>.Count)
        {
            Vector.Store(TCodec.Encode(Vector.Load(bits + i)), keys + i);
        }

        for (; i < count; i++)
        {
            keys[i] = TCodec.Encode(bits[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void DecodeInPlace(TKey* keys, int count)
    {
        var i = 0;
        for (; i <= count - Vector<TKey>.Count; i += Vector<TKey>.Count)
        {
            Vector.Store(TCodec.Decode(Vector.Load(keys + i)), keys + i);
        }

        for (; i < count; i++)
        {
            keys[i] = TCodec.Decode(keys[i]);
        }
    }

    /// <summary>The position of the first NaN, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static int FindNaN(TKey* bits, int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (!IsNumber(bits[i]))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Copies all but NaN and returns how many that is; <paramref name="target"/> has room for all of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static int CopyNumbers(TKey* bits, TKey* target, int count)
    {
        var copied = 0;
        for (var i = 0; i < count; i++)
        {
            target[copied] = bits[i];
            copied += Unsafe.BitCast<bool, byte>(IsNumber(bits[i]));
        }

        return copied;
    }

    private static bool IsNumber(TKey bits) =>
        TCodec.Encode(bits) - TCodec.NegativeInfinity <= TCodec.PositiveInfinity - TCodec.NegativeInfinity;
}
