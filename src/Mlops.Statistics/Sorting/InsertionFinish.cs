using System.Numerics;
using System.Runtime.CompilerServices;

namespace Mlops.Statistics.Sorting;

/// <summary>Insertion: on every machine.</summary>
internal readonly unsafe struct InsertionFinish<TKey> : IRunFinish<TKey>
    where TKey : unmanaged, IBinaryInteger<TKey>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Finish(TKey* keys, int count, int longest)
    {
        for (var i = 1; i < count; i++)
        {
            var key = keys[i];
            var j = i - 1;
            if (keys[j] <= key)
            {
                continue;
            }

            do
            {
                keys[j + 1] = keys[j];
                j--;
            } while (j >= 0 && keys[j] > key);

            keys[j + 1] = key;
        }
    }
}
