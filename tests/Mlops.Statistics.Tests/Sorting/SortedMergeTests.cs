using Mlops.Statistics.Compute;
using Mlops.Statistics.Sorting;
using Mlops.Statistics.Tests.Simulations;

namespace Mlops.Statistics.Tests.Sorting;

public sealed class SortedMergeTests
{
    [Theory]
    [InlineData(0, 5, 3)]
    [InlineData(5, 0, 3)]
    [InlineData(1, 1, 1)]
    [InlineData(40, 30, 1)]
    [InlineData(40, 30, 7)]
    [InlineData(40, 3, 1_000_000)]
    [InlineData(70_000, 60_000, 50)]
    [InlineData(70_000, 60_000, 1_000_000_000)]
    [InlineData(200_000, 10, 1_000_000_000)]
    [InlineData(65_536, 65_536, 2)]
    public void Walk_SortedSamples_VisitsWhatAPlainMergeDoes(int n, int m, int distinct)
    {
        double[] x = Sorted(n, distinct, 1),
            y = Sorted(m, distinct, 2);

        var visitors = SortedMerge.Walk(x, y, default(Recorder), ComputeContext.Default);

        Assert.Equal((n + m + SortedMerge.PartSize - 1) / SortedMerge.PartSize, visitors.Length);
        var expected = Plain(x, y);
        var part = 0;
        foreach (var visitor in visitors)
        {
            Assert.Equal(expected[part], visitor.Fingerprint);
            Assert.Equal(expected[part], SortedMerge.WalkPart(x, y, part, default(Recorder)).Fingerprint);
            part++;
        }
    }

    [Fact]
    public void Walk_NoValuesAtAll_HasNoParts() =>
        Assert.Empty(SortedMerge.Walk([], [], default(Recorder), ComputeContext.Default));

    /// <summary>The first sample goes first in ties, and a step is visited before it is taken, but for the very first.</summary>
    private static ulong[] Plain(double[] x, double[] y)
    {
        var recorders = new Recorder[(x.Length + y.Length + SortedMerge.PartSize - 1) / SortedMerge.PartSize];
        var last = double.NaN;
        for (int i = 0, j = 0; i + j < x.Length + y.Length; )
        {
            var isFirst = j == y.Length || (i < x.Length && x[i] <= y[j]);
            var next = isFirst ? x[i] : y[j];
            if (i + j > 0)
            {
                recorders[(i + j) / SortedMerge.PartSize].Visit(last, next, i, j);
            }

            last = next;
            i += isFirst ? 1 : 0;
            j += isFirst ? 0 : 1;
        }

        return [.. recorders.Select(recorder => recorder.Fingerprint)];
    }

    private static double[] Sorted(int count, int distinct, ulong seed)
    {
        var random = new Xoshiro256(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Math.Floor(random.NextUniform() * distinct) / 4).Order()];
    }

    private struct Recorder : ISortedMergeVisitor
    {
        internal ulong Fingerprint;

        public void Visit(double value, double next, long first, long second) =>
            Fingerprint =
                (
                    (
                        (((Fingerprint * 31) + (ulong)BitConverter.DoubleToInt64Bits(value)) * 31)
                        + (ulong)BitConverter.DoubleToInt64Bits(next)
                    ) * 31
                )
                + (ulong)first
                + ((ulong)second << 32);
    }
}
