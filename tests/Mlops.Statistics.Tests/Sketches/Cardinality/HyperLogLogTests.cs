using FsCheck.Fluent;
using Mlops.Statistics.Hashing;
using Mlops.Statistics.Randomness;
using Mlops.Statistics.Sketches.Cardinality;
using Mlops.Statistics.Tests.Laws;

namespace Mlops.Statistics.Tests.Sketches.Cardinality;

public sealed class HyperLogLogTests
{
    [Fact]
    public void Estimate_UpToTheExactLimit_IsExact()
    {
        var definition = new HyperLogLogDefinition();
        var sketch = definition.Create();
        Assert.Equal((0.0, 0, true), (sketch.Estimate, sketch.Count, sketch.IsExact));
        Assert.Equal(192, definition.ExactLimit);
        for (var i = 1; i <= definition.ExactLimit; i++)
        {
            sketch.Add([i, i]);
            Assert.Equal(i, sketch.Estimate);
            Assert.Equal(new ConfidenceInterval(i, i, 0.9), sketch.Interval(0.9));
            Assert.Equal((0, true), (sketch.RelativeStandardError, sketch.IsExact));
        }

        sketch.Add(0.5);
        Assert.False(sketch.IsExact);
        Assert.InRange(sketch.Estimate, 193 * 0.95, 193 * 1.05);
        Assert.Equal(0.02296, sketch.RelativeStandardError, 5);
        Assert.Equal((2 * 192) + 1, sketch.Count);
    }

    [Fact]
    public void Add_NaNAndZeros_AreMissingAndOneValue()
    {
        var sketch = new HyperLogLogDefinition().Create();
        sketch.Add([0.0, -0.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity]);
        sketch.Add(-0.0);
        Assert.Equal((3.0, 5, 1), (sketch.Estimate, sketch.Count, sketch.MissingCount));
    }

    [Fact]
    public void Add_FloatsOrDoubles_GiveTheSameSketch() =>
        Law.Holds(
            Gen.Choose(0, 1500).SelectMany(n => Numbers.Any.ArrayOf(n)),
            values =>
            {
                var singles = values.Select(value => (float)value).ToArray();
                var definition = new HyperLogLogDefinition(7, 2);
                var (narrow, wide) = (definition.Create(), definition.Create());
                narrow.Add(singles);
                wide.Add(singles.Select(value => (double)value).ToArray());
                Assert.Equal(wide.ToBytes(), narrow.ToBytes());
            }
        );

    [Fact]
    public void Add_InAnyPartsOrderAndRepetition_GivesTheSameBytes() =>
        Law.Holds(
            Gen.Choose(0, 40)
                .SelectMany(n => Numbers.Any.ArrayOf(n))
                .SelectMany(values => Gen.Shuffle(values.Concat(values).ToArray()).Select(order => (values, order)))
                .Zip(Gen.Choose(1, 9)),
            input =>
            {
                var ((values, order), parts) = input;
                var definition = new HyperLogLogDefinition(6, 1);
                var once = definition.Create();
                once.Add(values);
                once.Add(values);
                var merged = definition.Create();
                foreach (var part in order.Chunk(parts))
                {
                    var sketch = definition.Create();
                    sketch.Add(part);
                    merged.Merge(sketch);
                }

                Assert.Equal(once.ToBytes(), merged.ToBytes());
            }
        );

    [Fact]
    public void Add_CodesOrTexts_GiveTheSameSketch()
    {
        string[] categories = [.. Enumerable.Range(0, 500).Select(i => $"c{i}"), "c1", "never"];
        var random = new Philox(3);
        var codes = new int[2_000];
        foreach (ref var code in codes.AsSpan())
        {
            code = (int)random.NextBelow(502U) - 1;
        }

        var definition = new HyperLogLogDefinition(8);
        var (byCode, byText) = (definition.Create(), definition.Create());
        byCode.Add(codes, categories);
        foreach (var code in codes)
        {
            if (code < 0)
            {
                byText.AddMissing();
            }
            else
            {
                byText.Add(categories[code]);
            }
        }

        Assert.Equal(byText.ToBytes(), byCode.ToBytes());
    }

    [Fact]
    public void AddHash_OfAText_IsAddOfTheText()
    {
        var definition = new HyperLogLogDefinition(8, 77);
        var (byHash, byText) = (definition.Create(), definition.Create());
        byHash.AddHash(StableHash.OfText("a", 77));
        byText.Add("a");
        Assert.Equal(byText.ToBytes(), byHash.ToBytes());
    }

    /// <summary>Every place in the table of hashes is reached, zero and crowded ones too.</summary>
    [Fact]
    public void AddHash_ColludingHashes_AreCountedOnce()
    {
        var definition = new HyperLogLogDefinition(14);
        var sketch = definition.Create();
        for (var repeat = 0; repeat < 2; repeat++)
        {
            for (var i = 0UL; i < 500; i++)
            {
                sketch.AddHash(i << 40);
                sketch.AddHash(ulong.MaxValue - i);
            }
        }

        Assert.Equal((1_000.0, 2_000), (sketch.Estimate, sketch.Count));
        Assert.Equal(sketch.ToBytes(), definition.FromBytes(sketch.ToBytes()).ToBytes());
    }

    [Fact]
    public void AddHash_ExtremeRanks_GiveEstimatesWithoutNaN()
    {
        var full = new HyperLogLogDefinition(4).Create();
        for (var register = 0UL; register < 16; register++)
        {
            full.AddHash(register << 60);
        }

        Assert.Equal(double.PositiveInfinity, full.Estimate);
        Assert.Equal(double.PositiveInfinity, full.Interval().Upper);
        var one = new HyperLogLogDefinition(4).Create();
        one.AddHash(0);
        one.AddHash(1);
        Assert.False(one.IsExact);
        Assert.InRange(one.Estimate, 0.9, 2.1);
        Assert.InRange(one.Interval().Lower, 2, 2);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(19)]
    public void Definition_PrecisionOutOfRange_Throws(int precision) =>
        Assert.Throws<ArgumentOutOfRangeException>(nameof(precision), () => new HyperLogLogDefinition(precision));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void Interval_LevelOutOfRange_Throws(double confidence) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            nameof(confidence),
            () => new HyperLogLogDefinition().Create().Interval(confidence)
        );

    [Fact]
    public void Add_Invalid_ThrowsAndChangesNothing()
    {
        var sketch = new HyperLogLogDefinition().Create();
        Assert.Throws<ArgumentNullException>("text", () => sketch.Add((string)null!));
        Assert.Throws<ArgumentException>("codes", () => sketch.Add([0, -1, 1], ["a"]));
        Assert.Throws<ArgumentException>("categories", () => sketch.Add([0], ["a", null!]));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => sketch.AddMissing(-1));
        Assert.Equal(new HyperLogLogDefinition().Create().ToBytes(), sketch.ToBytes());
    }

    [Fact]
    public void Add_AboveTheExactRange_AllocatesNothing()
    {
        var values = Enumerable.Range(0, 10_000).Select(i => (double)i).ToArray();
        var sketch = new HyperLogLogDefinition().Create();

        Assert.Equal(0, Allocations.Least(() => sketch.Add(values)));
    }
}
