using System.Text.Json;
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
