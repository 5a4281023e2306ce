using Mlops.Statistics.Compute;
using Mlops.Statistics.Sorting;

namespace Mlops.Statistics.Tests.Sorting;

public sealed class CpuSortKernelsTests
{
    private static readonly CpuSortKernels Kernels = CpuSortKernels.Instance;

    public static TheoryData<int> Sizes =>
        [0, 1, 2, 3, 31, 32, 33, 63, 64, 65, 1_000, 4_095, 4_096, 4_097, 32_767, 32_768, 32_769, 65_537, 300_000];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Sort_AnySize_EqualsArraySort(int size)
    {
        var random = new Random(size);
        AssertSorts(Fill(size, _ => random.NextDouble() - 0.5));
    }

    public static TheoryData<string, Func<int, double>> Shapes =>
        new()
        {
            { "all equal", _ => 2.5 },
            { "all but one equal", i => i == 70_000 ? 1 : 2.5 },
            { "ascending", i => i },
            { "descending", i => -i },
            { "saw", i => i % 1000 },
            { "two values", i => (i * 7919) % 3 == 0 ? 1 : -1 },
            { "far from zero", i => 1e9 + ((i * 7919L) % 100_003) / 100_003.0 },
            { "far from zero with an outlier", i => i == 5 ? 0 : 1e9 + ((i * 7919L) % 100_003) / 100_003.0 },
            { "a crowd with outliers of every scale", i => i < 600 ? Math.ScaleB(1, i - 300) : (i * 7919L) % 1_000 },
            { "nested crowds", i => Math.ScaleB(1 + ((i * 7919L) % 4_099 / 8192.0), -((i % 64) * (i % 64))) },
            { "denormal", i => ((i * 7919L) % 100_003) * double.Epsilon },
            {
                "signed zeros",
                i =>
                    i % 3 == 0 ? -0.0
                    : i % 3 == 1 ? 0.0
                    : i - 50_000
            },
            {
                "infinities",
                i =>
                    i % 5 == 0 ? double.NegativeInfinity
                    : i % 7 == 0 ? double.PositiveInfinity
                    : -i
            },
            {
                "ends of the range",
                i => i % 2 == 0 ? double.MaxValue / (1 + (i % 100)) : double.MinValue / (1 + (i % 77))
            },
            { "few values of one cell", i => 1 + (((i * 7919L) % 9) / 1e9) },
            { "many cents", i => (i * 7919L) % 10_007 / 100.0 },
            { "few values and many", i => i % 10 == 0 ? ((i * 7919L) % 100_003) * 1e-3 : i % 1_000 },
            { "many distinct after few", i => i < 12_000 ? i % 10 : i * 0.1 },
            { "each some ten times", i => (i * 7919L) % 1_999 * (i < 75_000 ? 1 : 1e-7) },
            { "crowds of equal ones", i => i % 3 == 0 ? Math.ScaleB(1, -(i % 900)) : (i * 7919L) % 20_011 },
            { "every scale", i => Math.ScaleB(1 + (i % 13 / 13.0), (int)((i * 7919L) % 1_801) - 900) },
            { "what the sample misses", i => i % 19 == 0 ? 5 : ((i * 7919L) % 100_003) * 1e-9 },
            { "nearly sorted", i => i % 1000 == 0 ? -i : i },
        };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Sort_AwkwardShape_EqualsArraySort(string name, Func<int, double> shape)
    {
        Assert.NotEmpty(name);
        AssertSorts(Fill(150_000, shape));
        AssertSorts(Fill(20_000, shape));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(16)]
    public void Sort_AnyThreads_GivesTheSameBits(int threads)
    {
        var random = new Random(1);
        var values = Fill(
            400_000,
            i =>
                i % 11 == 0 ? -0.0
                : i % 13 == 0 ? 0.0
                : random.NextDouble() - 0.5
        );
        var (one, many) = ((double[])values.Clone(), (double[])values.Clone());
        Kernels.Sort(one, new ComputeContext { MaxDegreeOfParallelism = 1 });
        Kernels.Sort(many, new ComputeContext { MaxDegreeOfParallelism = threads });
        Assert.Equal(BitsOf(one), BitsOf(many));
    }

    [Fact]
    public void Sort_SignedZeros_KeepsTheirBitsAndPutsNegativeFirst()
    {
        double[] values = [0.0, -0.0, 1.0, -0.0, -1.0, 0.0];
        Kernels.Sort(values);
        Assert.Equal(BitsOf([-1.0, -0.0, -0.0, 0.0, 0.0, 1.0]), BitsOf(values));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(10, 9)]
    [InlineData(10, 3)]
    [InlineData(200_000, 0)]
    [InlineData(200_000, 123_456)]
    [InlineData(200_000, 199_999)]
    public void Sort_NaN_ThrowsNamesThePositionAndChangesNothing(int size, int position)
    {
        foreach (var nan in new[] { double.NaN, -double.NaN, BitConverter.UInt64BitsToDouble(0x7FF0_0000_0000_0001) })
        {
            var values = Fill(size, i => i == position ? nan : i - 0.5);
            var before = BitsOf(values);
            var exception = Assert.Throws<ArgumentException>(() => Kernels.Sort(values));
            Assert.Equal("values", exception.ParamName);
            Assert.Contains($"values[{position}] is NaN", exception.Message, StringComparison.Ordinal);
            Assert.Equal(before, BitsOf(values));
        }
    }

    [Fact]
    public void Sort_NaNSingle_ThrowsAndNamesThePosition()
    {
        float[] values = [1, 2, float.NaN, 3];
        var exception = Assert.Throws<ArgumentException>(() => Kernels.Sort(values));
        Assert.Contains("values[2] is NaN", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Sort_Cancelled_ThrowsOperationCanceled(int threads)
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var context = new ComputeContext { MaxDegreeOfParallelism = threads, CancellationToken = source.Token };
        var values = Fill(200_000, i => -i);
        Assert.ThrowsAny<OperationCanceledException>(() => Kernels.Sort(values, context));
    }

    [Fact]
    public void Sort_Slice_LeavesTheRestAlone()
    {
        var values = Fill(100_000, i => -i);
        Kernels.Sort(values.AsSpan(10, 70_000));
        Assert.Equal(Enumerable.Range(0, 10).Select(i => (double)-i), values[..10]);
        Assert.Equal(Enumerable.Range(70_010, 29_990).Select(i => (double)-i), values[70_010..]);
        Assert.Equal(Enumerable.Range(10, 70_000).Select(i => (double)-i).Reverse(), values[10..70_010]);
    }

    [Fact]
    public void Sort_WarmedUp_AllocatesLittle()
    {
        var values = Fill(1_000_000, i => (i * 7919L) % 1_000_003);
        var work = new double[values.Length];
        var context = new ComputeContext { MaxDegreeOfParallelism = 1 };

        var bytes = Allocations.Least(() =>
        {
            values.CopyTo(work, 0);
            Kernels.Sort(work, context);
        });

        Assert.InRange(bytes, 0, 10_000);
    }

    [Fact]
    public void SortPresent_WarmedUp_AllocatesLittle()
    {
        var values = Fill(1_000_000, i => i % 9 == 0 ? double.NaN : (i * 7919L) % 1_000_003);
        var destination = new double[values.Length];
        var context = new ComputeContext { MaxDegreeOfParallelism = 1 };

        Assert.InRange(Allocations.Least(() => Kernels.SortPresent(values, destination, context)), 0, 10_000);
    }

    [Fact]
    public void SortPresent_Singles_LeavesNaNOut()
    {
        var destination = new float[4];
        Assert.Equal(2, Kernels.SortPresent([3f, float.NaN, -float.NaN, 1f], destination));
        Assert.Equal([1f, 3f], destination[..2]);
    }

    [Fact]
    public void SortPresent_OnlyNaN_WritesNothing() =>
        Assert.Equal(0, Kernels.SortPresent([double.NaN, double.NaN], new double[2]));

    [Fact]
    public void SortPresent_TooShort_ThrowsAndSaysTheLengths()
    {
        var exception = Assert.Throws<ArgumentException>(
            "destination",
            () => Kernels.SortPresent([1.0, 2.0, 3.0], new double[2])
        );
        Assert.Contains("room for 2 values; there are 3", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SortPresent_Overlapping_Throws()
    {
        var values = new double[10];
        Assert.Throws<ArgumentException>(
            "destination",
            () => Kernels.SortPresent(values.AsSpan(0, 5), values.AsSpan(4))
        );
    }

    private static void AssertSorts(double[] values)
    {
        var expected = (double[])values.Clone();
        Array.Sort(expected);
        foreach (var threads in new[] { 1, 3 })
        {
            var actual = (double[])values.Clone();
            Kernels.Sort(actual, new ComputeContext { MaxDegreeOfParallelism = threads });
            Assert.True(expected.AsSpan().SequenceEqual(actual));
        }

        RadixSortReference.AssertEveryFinish(values);
        AssertSortsPresent(values, expected);
        var singles = Array.ConvertAll(values, x => (float)x);
        var expectedSingles = (float[])singles.Clone();
        Array.Sort(expectedSingles);
        Kernels.Sort(singles);
        Assert.True(expectedSingles.AsSpan().SequenceEqual(singles));
    }

    /// <summary>With a NaN in every seventh place besides, and without.</summary>
    private static void AssertSortsPresent(double[] values, double[] expected)
    {
        var before = BitsOf(values);
        var with = new List<double>();
        foreach (var value in values)
        {
            with.AddRange(with.Count % 7 == 0 ? [double.NaN, value] : [value]);
        }

        foreach (var threads in new[] { 1, 3 })
        {
            var context = new ComputeContext { MaxDegreeOfParallelism = threads };
            var destination = new double[with.Count];
            Assert.Equal(values.Length, Kernels.SortPresent(values, destination, context));
            Assert.True(expected.AsSpan().SequenceEqual(destination.AsSpan(0, values.Length)));
            Assert.Equal(values.Length, Kernels.SortPresent(with.ToArray(), destination, context));
            Assert.True(expected.AsSpan().SequenceEqual(destination.AsSpan(0, values.Length)));
        }

        Assert.Equal(before, BitsOf(values));
    }

    private static double[] Fill(int size, Func<int, double> shape)
    {
        var values = new double[size];
        for (var i = 0; i < size; i++)
        {
            values[i] = shape(i);
        }

        return values;
    }

    private static long[] BitsOf(double[] values) => Array.ConvertAll(values, BitConverter.DoubleToInt64Bits);
}
