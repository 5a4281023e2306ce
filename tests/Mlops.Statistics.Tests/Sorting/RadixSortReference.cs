using Mlops.Statistics.Sorting;

namespace Mlops.Statistics.Tests.Sorting;

/// <summary>The sort of keys with each of its last steps, whatever this machine would choose.</summary>
internal static unsafe class RadixSortReference
{
    internal static void AssertEveryFinish(double[] values)
    {
        AssertSorts<InsertionFinish<ulong>>(values);
        AssertSorts<TranspositionFinish<ulong>>(values);
    }

    private static void AssertSorts<TFinish>(double[] values)
        where TFinish : struct, IRunFinish<ulong>
    {
        var keys = Array.ConvertAll(values, x => DoubleKeyCodec.Encode(BitConverter.DoubleToUInt64Bits(x)));
        var expected = (ulong[])keys.Clone();
        Array.Sort(expected);
        foreach (var inPlace in new[] { false, true })
        {
            var (source, target) = ((ulong[])keys.Clone(), new ulong[keys.Length]);
            fixed (
                ulong* first = source,
                    other = target
            )
            {
                RadixSort<ulong, TFinish>.Sort(first, other, keys.Length, inPlace);
            }

            Assert.True(expected.AsSpan().SequenceEqual(inPlace ? source : target));
        }
    }
}
