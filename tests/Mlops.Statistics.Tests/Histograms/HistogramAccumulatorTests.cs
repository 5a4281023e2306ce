using System.Text.Json;
using Mlops.Statistics.Compute;
using Mlops.Statistics.Histograms;

namespace Mlops.Statistics.Tests.Histograms;

public sealed class HistogramAccumulatorTests
{
    private static readonly HistogramDefinition Definition = new(0, 1);

    [Fact]
    public void Add_NaNAndInfinities_AreMissingAndOuter()
    {
        var accumulator = Definition.Create();
        accumulator.Add([double.NaN, double.NegativeInfinity, 0, 0.5, double.PositiveInfinity, double.NaN]);
        Assert.Equal([2L, 1, 1], accumulator.Counts.ToArray());
        Assert.Equal(4, accumulator.Count);
        Assert.Equal(2, accumulator.MissingCount);
    }

    [Fact]
    public void Add_OneByOne_EqualsTheSpan()
    {
        double[] values = [double.NaN, -1, -0.0, 0, 0.5, 1, 1.5, double.PositiveInfinity];
        var (single, bulk) = (Definition.Create(), Definition.Create());
        bulk.Add(values);
        foreach (var value in values)
        {
            single.Add(value);
        }

        Assert.Equal(bulk.Counts.ToArray(), single.Counts.ToArray());
        Assert.Equal((bulk.Count, bulk.MissingCount), (single.Count, single.MissingCount));
    }

    [Fact]
    public void Add_Singles_EqualsTheSameAsDoubles()
    {
        double[] edges =
        [
            double.NegativeInfinity,
            -double.MaxValue,
            -1e39,
            -float.MaxValue,
            -1.1,
            -float.Epsilon,
            -double.Epsilon,
            0,
            double.Epsilon,
            0.1f,
            0.1 + 1e-8,
            0.1 + 2e-8,
            1,
            Math.BitIncrement(1.0),
            float.MaxValue,
            1e39,
            double.MaxValue,
            double.PositiveInfinity,
        ];
        float[] points = [.. edges.Select(x => (float)x), -1.1f, 0.1f, 0.3f, float.NaN, -0f];
        float[] values = [.. points, .. points.Select(float.BitIncrement), .. points.Select(float.BitDecrement)];
        foreach (var some in new[] { edges, edges[..6], [0.1 + 1e-8, 0.1 + 2e-8], [] })
        {
            var definition = new HistogramDefinition(some);
            var (singles, doubles) = (definition.Create(), definition.Create());
            singles.Add(values);
            doubles.Add(Array.ConvertAll(values, x => (double)x));
            Assert.Equal(doubles.Counts.ToArray(), singles.Counts.ToArray());
            Assert.Equal((doubles.Count, doubles.MissingCount), (singles.Count, singles.MissingCount));
        }
    }

    [Theory]
    [InlineData(9)]
    [InlineData(100)]
    public void Add_WarmedUp_AllocatesLittle(int edgeCount)
    {
        var accumulator = new HistogramDefinition([.. Enumerable.Range(0, edgeCount).Select(i => i / 10.0)]).Create();
        var (values, singles) = (new double[1_000_000], new float[1_000_000]);
        var context = new ComputeContext { MaxDegreeOfParallelism = 1 };

        var bytes = Allocations.Least(() =>
        {
            accumulator.Add(values, context);
            accumulator.Add(singles, context);
        });

        Assert.InRange(bytes, 0, 2_000);
    }

    [Theory]
    [InlineData("""{"counts":[1,2],"missing":0}""", "3 bins")]
    [InlineData("""{"counts":[1,2,-3],"missing":0}""", "counts[2]")]
    [InlineData("""{"counts":[1,2,3],"missing":-1}""", "'missing'")]
    [InlineData("""{"counts":{},"missing":0}""", "'counts'")]
    [InlineData("""{"counts":[1,2,3]}""", "'missing'")]
    [InlineData("""{"counts":[1,2,0.5],"missing":0}""", "integer")]
    public void Read_Damaged_ThrowsAndSaysWhat(string json, string expected)
    {
        using var document = JsonDocument.Parse(json);
        var exception = Assert.Throws<FormatException>(() => Definition.Read(document.RootElement));
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }
}
