using Mlops.Statistics.Sketches.FrequentItems;

namespace Mlops.Statistics.Tests.Sketches.FrequentItems;

public sealed class FrequentItemsTests
{
    [Fact]
    public void Items_Listed_AreByCountThenOrdinal()
    {
        var sketch = new FrequentItemsDefinition(4).Create();
        sketch.Add("b", 2);
        sketch.Add("a", 2);
        sketch.Add("B", 2);
        sketch.Add("z", 5);
        sketch.Add("never", 0);
        Assert.Equal([new("z", 5, 5), new("B", 2, 2), new("a", 2, 2), new FrequentItem("b", 2, 2)], sketch.Items);
        Assert.Equal((11, true, 0, 0), (sketch.Count, sketch.IsExact, sketch.MaximumError, sketch.Remainder));
        Assert.Equal((0, 0), (sketch.LowerBoundOf("never"), sketch.UpperBoundOf("never")));
    }

    /// <summary>Capacity 2 holds 4; the fifth item makes it drop all but the two largest, less the third largest count.</summary>
    [Fact]
    public void Add_MoreThanAreHeld_TakesTheNextLargestCountFromEach()
    {
        var sketch = new FrequentItemsDefinition(2).Create();
        foreach (var (item, count) in new[] { ("a", 10L), ("b", 7L), ("c", 3L), ("d", 1L) })
        {
            sketch.Add(item, count);
        }

        Assert.True(sketch.IsExact);
        sketch.Add("e", 2);
        Assert.Equal([new("a", 7, 10), new FrequentItem("b", 4, 7)], sketch.Items);
        Assert.Equal((23, 3, 12, false), (sketch.Count, sketch.MaximumError, sketch.Remainder, sketch.IsExact));
        Assert.Equal((0, 3), (sketch.LowerBoundOf("c"), sketch.UpperBoundOf("c")));
        sketch.Add("c");
        Assert.Equal((1, 4), (sketch.LowerBoundOf("c"), sketch.UpperBoundOf("c")));
    }

    [Fact]
    public void Merge_Dropped_AddsTheErrors()
    {
        var definition = new FrequentItemsDefinition(1);
        var (left, right) = (definition.Create(), definition.Create());
        foreach (var (item, count) in new[] { ("a", 5L), ("b", 2L), ("c", 1L) })
        {
            left.Add(item, count);
            right.Add(item == "a" ? "x" : item, count);
        }

        Assert.Equal([new FrequentItem("a", 3, 5)], left.Items);
        left.Merge(right);
        Assert.Equal([new("a", 3, 7), new FrequentItem("x", 3, 7)], left.Items);
        Assert.Equal((16, 4, 10), (left.Count, left.MaximumError, left.Remainder));
    }

    [Fact]
    public void Add_Codes_CountsItemsAndMissing()
    {
        var sketch = new FrequentItemsDefinition(4).Create();
        sketch.Add([0, 1, -1, 0, 2, -1, 0], ["a", "b", "b", "never"]);
        Assert.Equal([new("a", 3, 3), new FrequentItem("b", 2, 2)], sketch.Items);
        Assert.Equal((5, 2), (sketch.Count, sketch.MissingCount));
    }

    [Fact]
    public void Add_Codes_AllocatesNothingForARow()
    {
        string[] categories = [.. Enumerable.Range(0, 300).Select(i => $"c{i}")];
        var codes = Enumerable.Range(0, 100_000).Select(i => (i % 301) - 1).ToArray();
        var sketch = new FrequentItemsDefinition().Create();

        Assert.Equal(0, Allocations.Least(() => sketch.Add(codes, categories)));
    }

    [Fact]
    public void Add_Invalid_ThrowsAndChangesNothing()
    {
        var definition = new FrequentItemsDefinition(4);
        var sketch = definition.Create();
        Assert.Throws<ArgumentNullException>("item", () => sketch.Add(null!));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => sketch.Add("a", -1));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => sketch.AddMissing(-1));
        Assert.Throws<ArgumentNullException>("item", () => sketch.UpperBoundOf(null!));
        Assert.Throws<ArgumentNullException>("item", () => sketch.LowerBoundOf(null!));
        Assert.Throws<ArgumentException>("codes", () => sketch.Add([0, -1, 1], ["a"]));
        Assert.Throws<ArgumentException>("codes", () => sketch.Add([0, int.MaxValue], ["a"]));
        Assert.Throws<ArgumentException>("categories", () => sketch.Add([0], ["a", null!]));
        Assert.Equal(definition.Create().ToBytes(), sketch.ToBytes());
    }

    [Fact]
    public void Add_LoneSurrogate_ThrowsAndSaysWhere()
    {
        foreach (var (item, position) in new[] { ("a\uD800", 1), ("\uDC00", 0), ("😀\uD83Dx", 2) })
        {
            var sketch = new FrequentItemsDefinition(4).Create();
            var exception = Assert.Throws<ArgumentException>(nameof(item), () => sketch.Add(item));
            Assert.Contains($"at position {position};", exception.Message, StringComparison.Ordinal);
            Assert.Throws<ArgumentException>("categories", () => sketch.Add([0, 1], ["a", item]));
            Assert.Equal((0, 0), (sketch.Count, sketch.HeldCount));
            sketch.Add([0], ["a", item]);
            Assert.Equal(1, sketch.Count);
        }
    }

    [Fact]
    public void Count_BeyondTheLargestLong_Throws()
    {
        var definition = new FrequentItemsDefinition(4);
        var sketch = definition.Create();
        sketch.Add("a", long.MaxValue);
        Assert.Throws<ArgumentOutOfRangeException>("count", () => sketch.Add("b"));
        Assert.Throws<ArgumentOutOfRangeException>("other", () => sketch.Merge(sketch));
        Assert.Throws<ArgumentOutOfRangeException>("codes", () => sketch.Add([0], ["a"]));
        sketch.Add([-1], []);
        Assert.Equal((long.MaxValue, 1), (sketch.Count, sketch.MissingCount));
        Assert.Equal(
            [new FrequentItem("a", long.MaxValue, long.MaxValue)],
            definition.FromBytes(sketch.ToBytes()).Items
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData((1 << 24) + 1)]
    public void Definition_CapacityOutOfRange_Throws(int capacity) =>
        Assert.Throws<ArgumentOutOfRangeException>(nameof(capacity), () => new FrequentItemsDefinition(capacity));
}
