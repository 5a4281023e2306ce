using FsCheck.Fluent;
using Mlops.Statistics.Sketches.FrequentItems;
using Mlops.Statistics.Tests.Laws;
using Sketch = Mlops.Statistics.Sketches.FrequentItems.FrequentItemsSketch;

namespace Mlops.Statistics.Tests.Sketches.FrequentItems;

/// <summary>The bounds are certain: whatever comes, in whatever order and parts, the truth lies within them.</summary>
public sealed class FrequentItemsBoundTests
{
    public static TheoryData<string, int> Settings =>
        [
            .. from order in FrequentItemsOrders.Names
            from capacity in new[] { 1, 2, 16, 100, 256 }
            select (order, capacity),
        ];

    [Theory]
    [MemberData(nameof(Settings))]
    public void Bounds_HardOrder_HoldTheTruth(string order, int capacity)
    {
        var items = FrequentItemsOrders.Of(order);
        var sketch = Fed(new FrequentItemsDefinition(capacity), items);
        AssertHoldsTheTruth(items, sketch);
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void Bounds_MergedFrom64Parts_HoldTheTruth(string order, int capacity)
    {
        var items = FrequentItemsOrders.Of(order);
        var definition = new FrequentItemsDefinition(capacity);
        List<Sketch> Parts() => [.. items.Chunk((items.Count / 64) + 1).Select(part => Fed(definition, part))];

        var inLine = definition.Create();
        Parts().ForEach(inLine.Merge);
        AssertHoldsTheTruth(items, inLine);

        var tree = Parts();
        for (; tree.Count > 1; tree = [.. tree.Chunk(2).Select(pair => Merged(pair))]) { }
        AssertHoldsTheTruth(items, tree[0]);
    }

    [Fact]
    public void Bounds_AnyItemsPartsAndCounts_HoldTheTruth() =>
        Law.Holds(
            Gen.Choose(0, 60)
                .Select(i => FormattableString.Invariant($"{Math.Sqrt(i):F0}-{i % 7}"))
                .Zip(Gen.Frequency((5, Gen.Constant(1L)), (1, Gen.Choose(0, 1000).Select(i => (long)i))))
                .ArrayOf()
                .ArrayOf()
                .Zip(Gen.Choose(1, 6)),
            input =>
            {
                var (parts, capacity) = input;
                var definition = new FrequentItemsDefinition(capacity);
                var merged = definition.Create();
                foreach (var part in parts)
                {
                    var sketch = Fed(definition, part);
                    AssertHoldsTheTruth(part, sketch);
                    var (there, back) = (
                        definition.FromBytes(merged.ToBytes()),
                        definition.FromBytes(sketch.ToBytes())
                    );
                    back.Merge(there);
                    merged.Merge(sketch);
                    Assert.Equal(merged.ToBytes(), back.ToBytes());
                }

                AssertHoldsTheTruth([.. parts.SelectMany(part => part)], merged);
            }
        );

    /// <summary>All counts of a block are known before any is dropped: only the (k + 1)-th largest is taken, and the dictionary's order is of no account.</summary>
    [Theory]
    [MemberData(nameof(Settings))]
    public void Add_Codes_IsTheBestThatTheCapacityAllows(string order, int capacity)
    {
        var items = FrequentItemsOrders.Of(order).ConvertAll(pair => (pair.Item, Count: 1L));
        var truth = Truth(items).OrderByDescending(pair => pair.Value).ToArray();
        var sketch = FedByCode(capacity, items, truth.Select(pair => pair.Key));

        AssertHoldsTheTruth(items, sketch);
        Assert.Equal(truth.Length > 2 * capacity ? truth[capacity].Value : 0, sketch.MaximumError);
        var otherOrder = truth.Select(pair => pair.Key).Order(StringComparer.Ordinal).Prepend("never");
        Assert.Equal(sketch.ToBytes(), FedByCode(capacity, items, otherOrder).ToBytes());
    }

    private static Sketch FedByCode(int capacity, List<(string Item, long Count)> items, IEnumerable<string> categories)
    {
        string[] dictionary = [.. categories];
        var codes = dictionary.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        var sketch = new FrequentItemsDefinition(capacity).Create();
        sketch.Add(items.Select(pair => codes[pair.Item]).ToArray(), dictionary);
        return sketch;
    }

    private static Sketch Fed(FrequentItemsDefinition definition, IEnumerable<(string Item, long Count)> items)
    {
        var sketch = definition.Create();
        foreach (var (item, count) in items)
        {
            sketch.Add(item, count);
        }

        return sketch;
    }

    private static Sketch Merged(Sketch[] pair)
    {
        if (pair.Length == 2)
        {
            pair[0].Merge(pair[1]);
        }

        return pair[0];
    }

    private static Dictionary<string, long> Truth(IEnumerable<(string Item, long Count)> items) =>
        items.GroupBy(pair => pair.Item).ToDictionary(group => group.Key, group => group.Sum(pair => pair.Count));

    private static void AssertHoldsTheTruth(IReadOnlyCollection<(string Item, long Count)> items, Sketch sketch)
    {
        var (truth, capacity) = (Truth(items), sketch.Definition.Capacity);
        Assert.Equal(truth.Values.Sum(), sketch.Count);
        Assert.InRange(sketch.HeldCount, 0, 2 * capacity);
        Assert.Equal(sketch.Count - sketch.Items.Sum(item => item.LowerBound), sketch.Remainder);
        Assert.InRange(sketch.MaximumError, 0, sketch.Remainder / (capacity + 1));
        var held = sketch.Items.ToDictionary(item => item.Item);
        Assert.Equal(sketch.HeldCount, held.Count);
        foreach (var (item, count) in truth)
        {
            Assert.InRange(count, sketch.LowerBoundOf(item), sketch.UpperBoundOf(item));
            Assert.True(count <= sketch.MaximumError || held.ContainsKey(item), item);
        }

        foreach (var (item, (_, lower, upper)) in held)
        {
            Assert.Equal((lower, upper), (sketch.LowerBoundOf(item), sketch.UpperBoundOf(item)));
            Assert.Equal(lower + sketch.MaximumError, upper);
            Assert.InRange(lower, 1, truth[item]);
        }

        if (sketch.IsExact)
        {
            Assert.Equal(truth.Count(pair => pair.Value > 0), held.Count);
            Assert.Equal(0, sketch.Remainder);
        }
        else
        {
            Assert.True(truth.Count > 2 * capacity);
        }
    }
}
