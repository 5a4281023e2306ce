using Mlops.Statistics.Compute;
using Mlops.Statistics.Sorting;

namespace Mlops.Statistics.Tests.Sorting;

public sealed unsafe class DistinctSortTests
{
    public static TheoryData<string, Func<int, double>> Repetitive =>
        new()
        {
            { "two values", i => (i * 7919L) % 3 == 0 ? 1 : -1 },
            { "saw", i => i % 1000 },
            { "cents", i => (i * 7919L) % 10_007 / 100.0 },
            {
                "signed zeros and infinities",
                i => new[] { 0.0, -0.0, double.PositiveInfinity, double.NegativeInfinity }[i * 7919L % 4]
            },
            { "one frequent and 10,000 rare", i => i % 31 == 0 ? i / 31 : 2.5 },
            { "powers of two", i => Math.ScaleB(1, (int)((i * 7919L) % 1_801) - 900) },
        };

    [Theory]
    [MemberData(nameof(Repetitive))]
    public void TrySort_FewDistinct_SortsToTheSameBitsAtAnyThreads(string name, Func<int, double> shape)
    {
        Assert.NotEmpty(name);
        var values = Fill(shape);
        var expected = Array.ConvertAll(values, BitConverter.DoubleToInt64Bits);
        Array.Sort(Array.ConvertAll(values, x => DoubleKeyCodec.Encode(BitConverter.DoubleToUInt64Bits(x))), expected);
        foreach (var threads in new[] { 1, 2, 3, 16 })
        {
            var (inPlace, target) = ((double[])values.Clone(), new double[values.Length]);
            Assert.True(TrySort(inPlace, inPlace, threads));
            Assert.Equal(expected, Array.ConvertAll(inPlace, BitConverter.DoubleToInt64Bits));
            Assert.True(TrySort(values, target, threads));
            Assert.Equal(expected, Array.ConvertAll(target, BitConverter.DoubleToInt64Bits));
        }
    }

    public static TheoryData<string, Func<int, double>> Various =>
        new()
        {
            { "all distinct", i => i * 0.1 },
            { "what the sample misleads about", i => i % 2 == 0 ? 0 : i },
            { "distinct at the end", i => i < 250_000 ? 0 : i },
            {
                "few enough in each part but not in all",
                i => i % 2 == 0 ? 0 : (i / 2 % 12_000) + (i < 150_000 ? 0 : 12_000)
            },
        };

    [Theory]
    [MemberData(nameof(Various))]
    public void TrySort_ManyDistinct_IsFalseAndWritesNothing(string name, Func<int, double> shape)
    {
        Assert.NotEmpty(name);
        var values = Fill(shape);
        foreach (var threads in new[] { 1, 2, 3 })
        {
            var target = new double[values.Length];
            Assert.False(TrySort(values, target, threads));
            Assert.All(target, x => Assert.Equal(0, x));
        }

        Assert.Equal(Fill(shape), values);
    }

    private static double[] Fill(Func<int, double> shape) => [.. Enumerable.Range(0, 300_001).Select(shape)];

    private static bool TrySort(double[] source, double[] target, int threads)
    {
        fixed (
            double* from = source,
                to = target
        )
        {
            return DistinctSort<ulong, DoubleKeyCodec>.TrySort(
                (ulong*)from,
                (ulong*)to,
                source.Length,
                new ComputeContext { MaxDegreeOfParallelism = threads }
            );
        }
    }
}
