using System.Numerics;
using System.Runtime.Intrinsics;

namespace Mlops.Statistics.Sorting;

/// <summary>Sorts keys on one thread, with the last step that suits the machine.</summary>
internal static unsafe class RadixSort<TKey>
    where TKey : unmanaged, IBinaryInteger<TKey>, IMinMaxValue<TKey>, IUnsignedNumber<TKey>
{
    /// <summary>Sorts <paramref name="source"/>; the result is in <paramref name="target"/>, or in place. The other buffer is left with anything.</summary>
    internal static void Sort(TKey* source, TKey* target, int count, bool inPlace)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            RadixSort<TKey, TranspositionFinish<TKey>>.Sort(source, target, count, inPlace);
        }
        else
        {
            RadixSort<TKey, InsertionFinish<TKey>>.Sort(source, target, count, inPlace);
        }
    }
}
