using FsCheck;
using FsCheck.Fluent;
using Mlops.Statistics.Compute;
using Mlops.Statistics.Histograms;
using Mlops.Statistics.Tests.Histograms;

namespace Mlops.Statistics.Tests.Laws;

public sealed class HistogramLaws
{
    private static Gen<double[]> Edges { get; } =
        Gen.Choose(0, 90).SelectMany(n => Numbers.Ordered.ArrayOf(n)).Select(x => x.Distinct().Order().ToArray());

    [Fact]
    public void Count_AnyValuesAndEdges_EqualsNaiveLoop() =>
        Law.Holds(
            Edges.Zip(Gen.Choose(0, 3000).SelectMany(n => Numbers.Any.ArrayOf(n))),
            input =>
            {
                var (edges, values) = input;
                double[] all =
                [
                    .. values,
                    .. edges,
                    .. edges.Select(Math.BitIncrement),
                    .. edges.Select(Math.BitDecrement),
                ];
                HistogramReference.AssertEqual(all, edges);
            }
        );

    [Fact]
    public void Count_Permuted_GivesTheSameCounts() =>
        Law.Holds(
            Edges.Zip(Numbers.Any.ArrayOf().SelectMany(v => Gen.Shuffle(v).Select(s => (v, s)))),
            input =>
            {
                var (edges, (values, shuffled)) = input;
                Assert.Equal(CountsOf(values, edges), CountsOf(shuffled, edges));
            }
        );

    [Fact]
    public void FindBin_AnyValue_IsTheBinItIsCountedIn() =>
        Law.Holds(
            Edges.Zip(Numbers.Ordered),
            input =>
            {
                var (edges, value) = input;
                var expected = new long[edges.Length + 1];
                expected[new HistogramDefinition(edges).FindBin(value)] = 1;
                Assert.Equal(expected, CountsOf([value], edges));
            }
        );

    private static long[] CountsOf(double[] values, double[] edges)
    {
        var counts = new long[edges.Length + 1];
        ComputeContext.Default.Kernels<IHistogramKernels>().Count(values, edges, counts);
        return counts;
    }
}
