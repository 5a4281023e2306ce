using FsCheck.Fluent;
using Mlops.Statistics.Histograms;
using Mlops.Statistics.Quantiles;
using Mlops.Statistics.Sketches.Quantiles;
using Mlops.Statistics.Tests.Laws;

namespace Mlops.Statistics.Tests.Sketches.Quantiles;

public class KllSketchTests
{
    private static readonly KllDefinition<double> Small = new(8, 5);

    [Fact]
    public void ToWeighted_AnyPartsMerged_HasDistinctSortedValuesWhoseWeightsSumToTheCount() =>
        Law.Holds(
            Numbers.Any.ArrayOf().ListOf(),
            parts =>
            {
                var sketch = Small.Create();
                foreach (var part in parts)
                {
                    sketch.Merge(Of(part));
                    sketch.Add(part);
                }

                var (values, weights) = sketch.ToWeighted();
                Assert.Equal(sketch.Count, weights.Sum());
                Assert.All(weights, weight => Assert.True(weight >= 1));
                Assert.Equal(values.Distinct().Order(), values);
                Assert.All(values, value => Assert.InRange(value, sketch.Minimum, sketch.Maximum));
            }
        );

    [Fact]
    public void Quantile_UpToSizeValues_IsTheEmpiricalOne() =>
        Law.Holds(
            Numbers.Ordered.ArrayOf().Where(values => values.Length > 0),
            values =>
            {
                var sketch = new KllDefinition<double>(Math.Max(8, values.Length)).Create();
                sketch.Add(values);

                Assert.True(sketch.IsExact);
                Assert.Equal(0, sketch.RankVarianceBound);
                Assert.Equal(new(0, 0.9), sketch.RankError(0.9));
                Assert.Equal(new(0, 0.9), sketch.UniformRankError(0.9));
                foreach (var probability in new[] { 0, 0.1, 0.25, 1 / 3.0, 0.5, 0.9, 1 })
                {
                    Assert.Equal(EmpiricalQuantile.Of(values, probability), sketch.Quantile(probability));
                }

                foreach (var value in values)
                {
                    Assert.Equal(
                        values.Count(other => other <= value) / (double)values.Length,
                        sketch.CumulativeShare(value)
                    );
                }
            }
        );

    [Fact]
    public void Shares_UpToSizeValues_AreThoseOfTheHistogram() =>
        Law.Holds(
            Numbers.Ordered.ArrayOf().Where(values => values.Length > 0),
            values =>
            {
                double[] edges = [-3, 0, 0.5, 2, 1000];
                var histogram = new HistogramDefinition(edges).Create();
                histogram.Add(values);
                var sketch = new KllDefinition<double>(Math.Max(8, values.Length)).Create();
                sketch.Add(values);
                var shares = new double[6];
                sketch.Shares(edges, shares);

                Assert.Equal(histogram.Counts.ToArray().Select(count => count / (double)values.Length), shares);
            }
        );

    [Fact]
    public void Add_InWhateverPieces_GivesTheSameBytes() =>
        Law.Holds(
            Numbers.Any.ArrayOf().ListOf(),
            parts =>
            {
                var (whole, pieces, single) = (Small.Create(), Small.Create(), Small.Create());
                whole.Add([.. parts.SelectMany(part => part)]);
                foreach (var part in parts)
                {
                    pieces.Add(part);
                    foreach (var value in part)
                    {
                        single.Add(value);
                    }
                }

                Assert.Equal(whole.ToBytes(), pieces.ToBytes());
                Assert.Equal(whole.ToBytes(), single.ToBytes());
            }
        );

    [Fact]
    public void Add_NaNInfinityAndNegativeZero_AreMissingValuesAndZero()
    {
        var sketch = Of(double.NaN, -0.0, double.PositiveInfinity, double.NegativeInfinity, double.NaN, 0.0);

        Assert.Equal((4, 2), (sketch.Count, sketch.MissingCount));
        Assert.Equal((double.NegativeInfinity, double.PositiveInfinity), (sketch.Minimum, sketch.Maximum));
        var (values, weights) = sketch.ToWeighted();
        Assert.Equal([double.NegativeInfinity, 0, double.PositiveInfinity], values);
        Assert.Equal([1, 2, 1], weights);
        Assert.False(double.IsNegative(values[1]));
        Assert.Equal(0.75, sketch.CumulativeShare(-0.0));
        Assert.Equal(1, sketch.CumulativeShare(double.PositiveInfinity));
        Assert.Equal(0.25, sketch.CumulativeShare(double.NegativeInfinity));
    }

    [Fact]
    public void Answers_NoValues_AreNaN()
    {
        var sketch = Of(double.NaN);
        var shares = new double[2];
        sketch.Shares([1], shares);

        Assert.Equal((0, 1, 0), (sketch.Count, sketch.MissingCount, sketch.RetainedCount));
        Assert.True(sketch.IsExact);
        Assert.Equal([double.NaN, double.NaN], shares);
        Assert.Equal(double.NaN, sketch.Quantile(0.5));
        Assert.Equal(double.NaN, sketch.CumulativeShare(0));
        Assert.Equal((double.NaN, double.NaN), (sketch.Minimum, sketch.Maximum));
        Assert.Empty(sketch.ToWeighted().Values);
        Assert.Equal(0, sketch.UniformRankError().Bound);
    }

    [Fact]
    public void Answers_ConstantStream_StayExact()
    {
        var sketch = Small.Create();
        sketch.Add(Enumerable.Repeat(4.5, 100_000).ToArray());

        Assert.True(sketch.IsExact);
        Assert.Equal(0, sketch.RankVarianceBound);
        var (values, weights) = sketch.ToWeighted();
        Assert.Equal([4.5], values);
        Assert.Equal([100_000], weights);
        Assert.InRange(sketch.RetainedCount, 1, 64);

        sketch.Add(Enumerable.Range(0, 100).Select(i => (double)i).ToArray());
        Assert.False(sketch.IsExact);
        Assert.True(sketch.RankVarianceBound > 0);
    }

    [Fact]
    public void IsExact_OneValueBeyondTheSize_NoLonger()
    {
        var sketch = new KllDefinition<double>(16).Create();
        sketch.Add(KllOrders.Shuffled(16));
        Assert.True(sketch.IsExact);
        sketch.Add(99);

        Assert.False(sketch.IsExact);
        Assert.Equal(1 / (17.0 * 17), sketch.RankVarianceBound);
        Assert.Equal(Math.Sqrt(2 * Math.Log(200)) / 17, sketch.RankError().Bound, 1e-14);
        Assert.Equal(Math.Sqrt(2 * Math.Log(2 * 17 / 0.01)) / 17, sketch.UniformRankError().Bound, 1e-12);
    }

    [Fact]
    public void Quantiles_LongStream_AreAscendingAndReachBothEnds()
    {
        var sketch = new KllDefinition<double>().Create();
        sketch.Add(KllOrders.Normal(200_000));
        var probabilities = Enumerable.Range(0, 1_001).Select(i => i / 1_000.0).ToArray();
        var quantiles = new double[probabilities.Length];
        sketch.Quantiles(probabilities, quantiles);

        Assert.Equal(quantiles.Order(), quantiles);
        Assert.Equal((sketch.Minimum, sketch.Maximum), (quantiles[0], quantiles[^1]));
        Assert.Equal(probabilities.Select(sketch.Quantile), quantiles);
        Assert.InRange(sketch.Quantile(0.975), 1.8, 2.15);
        Assert.Equal(0, sketch.CumulativeShare(Math.BitDecrement(sketch.Minimum)));
        Assert.Equal(1, sketch.CumulativeShare(sketch.Maximum));
    }

    [Fact]
    public void Quantile_AfterMoreValues_IsNotTheOldOne()
    {
        var sketch = Of(1, 2, 3);
        Assert.Equal(2, sketch.Quantile(0.5));
        sketch.Add([10, 11, 12, 13]);
        Assert.Equal(10, sketch.Quantile(0.5));
        sketch.Merge(Of(20, 21, 22, 23, 24, 25, 26, 27));
        Assert.Equal(27, sketch.Maximum);
        Assert.True(sketch.Quantile(0.5) > 10);
    }

    [Fact]
    public void Merge_SketchesOfAnyHeights_CountsExactly()
    {
        var values = KllOrders.Normal(60_000);
        foreach (var split in new[] { 0, 1, 100, 300, 30_000, 59_000, 60_000 })
        {
            var (left, right) = (new KllDefinition<double>().Create(), new KllDefinition<double>().Create());
            left.Add(values.AsSpan(0, split));
            right.Add(values.AsSpan(split));
            left.Merge(right);

            Assert.Equal((60_000, values.Min(), values.Max()), (left.Count, left.Minimum, left.Maximum));
            Assert.Equal(60_000, left.ToWeighted().Weights.Sum());
            Assert.True(KllErrors.Greatest(left, [.. values.Order()]) <= left.UniformRankError(0.9999).Bound);
            Assert.InRange(left.RetainedCount, 1, 900);
        }
    }

    /// <summary>Parts with the same seed have coins of their own: taken for the same data, they would have a bound of many times the size.</summary>
    [Fact]
    public void Merge_64PartsOfOneSeed_HasNoGreaterBoundThanOnePiece()
    {
        var values = KllOrders.Shuffled(20_000);
        var whole = KllErrors.Sketched(values, new(64), parts: 1);
        var merged = KllErrors.Sketched(values, new(64), parts: 64);

        Assert.InRange(merged.RankVarianceBound / whole.RankVarianceBound, 0.1, 1);
    }

    /// <summary>The errors of equal parts are equal: their sum has the variance of one of twice the size.</summary>
    [Fact]
    public void Merge_TheSameDataTwice_KeepsTheRelativeVariance()
    {
        var (once, again) = (Small.Create(), Small.Create());
        once.Add(KllOrders.Normal(500));
        again.Add(KllOrders.Normal(500));
        var before = once.RankVarianceBound;
        once.Merge(again);

        Assert.True(once.RankVarianceBound >= before);
    }

    [Fact]
    public void Merge_Itself_UntilCountsOverflow_ThrowsAndChangesNothing()
    {
        var sketch = new KllDefinition<double>().Create();
        sketch.Add(KllOrders.Normal(1_000));
        for (var doubling = 0; doubling < 53; doubling++)
        {
            sketch.Merge(sketch);
        }

        Assert.Equal(1_000L << 53, sketch.Count);
        Assert.Equal(sketch.Count, sketch.ToWeighted().Weights.Sum());
        Assert.InRange(sketch.Quantile(0.5), -0.5, 0.5);
        Assert.InRange(sketch.RetainedCount, 1, 900);
        var before = sketch.ToBytes();
        Assert.Equal(before, sketch.Definition.FromBytes(before).ToBytes());
        Assert.Throws<OverflowException>(() => sketch.Merge(sketch));
        Assert.Equal(before, sketch.ToBytes());
    }

    [Fact]
    public void Float_SameWholeNumbers_GivesTheSameAnswersAsDouble()
    {
        var values = KllOrders.Shuffled(5_000);
        var singles = new KllDefinition<float>(64).Create();
        singles.Add([.. values.Select(value => (float)value), float.NaN, -0f]);

        Assert.Equal((5_001, 1), (singles.Count, singles.MissingCount));
        Assert.Equal((0f, 4_999f), (singles.Minimum, singles.Maximum));
        Assert.Equal(5_001, singles.ToWeighted().Weights.Sum());
        Assert.InRange(singles.Quantile(0.5), 2_200, 2_800);
        Assert.Equal(singles.ToBytes(), singles.Definition.FromBytes(singles.ToBytes()).ToBytes());
    }

    [Fact]
    public void Add_MillionValues_AllocatesOnlyTheSketchItself()
    {
        var values = KllOrders.Normal(100_000);
        var sketch = new KllDefinition<double>().Create();
        sketch.Add(values);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10; i++)
        {
            sketch.Add(values);
        }

        // A level is an array, now and then a larger one; 15,000 times a base was compacted meanwhile.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 65_536);
    }

    [Fact]
    public void Queries_ArgumentOutOfRange_Throw()
    {
        var sketch = Of(1, 2);
        Assert.Throws<ArgumentOutOfRangeException>("probability", () => sketch.Quantile(1.01));
        Assert.Throws<ArgumentOutOfRangeException>("probability", () => sketch.Quantile(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("probabilities[1]", () => sketch.Quantiles([0, -1], new double[2]));
        Assert.Throws<ArgumentException>("destination", () => sketch.Quantiles([0, 1], new double[1]));
        Assert.Throws<ArgumentException>("value", () => sketch.CumulativeShare(double.NaN));
        Assert.Throws<ArgumentException>("shares", () => sketch.Shares([1], new double[1]));
        Assert.Throws<ArgumentException>("edges", () => sketch.Shares([1, 1], new double[3]));
        Assert.Throws<ArgumentOutOfRangeException>("confidence", () => sketch.RankError(1));
        Assert.Throws<ArgumentOutOfRangeException>("confidence", () => sketch.UniformRankError(0));
        Assert.Throws<ArgumentOutOfRangeException>("confidence", () => sketch.UniformRankError(double.NaN));
    }

    [Fact]
    public void Definition_Arguments_AreChecked()
    {
        Assert.Throws<ArgumentOutOfRangeException>("size", () => new KllDefinition<double>(7));
        Assert.Throws<ArgumentOutOfRangeException>("size", () => new KllDefinition<double>(65_537));
        Assert.Contains(
            "Half",
            Assert.Throws<NotSupportedException>(() => new KllDefinition<Half>()).Message,
            StringComparison.Ordinal
        );
        Assert.Equal(new KllDefinition<float>(256), new KllDefinition<float>());
        Assert.NotEqual(new KllDefinition<float>(255), new KllDefinition<float>());
        Assert.Equal("statistics.kll v1, Double, size 8, seed 5", Small.ToString());
        Assert.Equal(("statistics.kll", 1), (Small.Id, Small.Version));
    }

    private static KllSketch<double> Of(params double[] values)
    {
        var sketch = Small.Create();
        sketch.Add(values);
        return sketch;
    }
}
