using Mlops.Statistics.Randomness;

namespace Mlops.Statistics.Tests.Sketches.FrequentItems;

/// <summary>Orders of items that are hard on a sketch of frequent ones.</summary>
internal static class FrequentItemsOrders
{
    internal static readonly string[] Names =
    [
        "all distinct",
        "most frequent first",
        "least frequent first",
        "shuffled",
        "one heavy item at the end",
        "one heavy item at the start",
        "round robin",
        "decreasing counts",
    ];

    internal static List<(string Item, long Count)> Of(string name)
    {
        var zipf = Enumerable.Range(1, 700).SelectMany(i => Enumerable.Repeat((Item(i), 1L), 4_000 / (i * i / 8 + i)));
        var distinct = Enumerable.Range(0, 5_000).Select(i => (Item(i), 1L));
        var heavy = Enumerable.Repeat(("heavy", 1L), 1_000);
        return name switch
        {
            "all distinct" => [.. distinct],
            "most frequent first" => [.. zipf],
            "least frequent first" => [.. zipf.Reverse()],
            "shuffled" => Shuffled([.. zipf]),
            "one heavy item at the end" => [.. distinct, .. heavy],
            "one heavy item at the start" => [.. heavy, .. distinct],
            "round robin" => [.. Enumerable.Range(0, 5_000).Select(i => (Item(i % 41), 1L))],
            "decreasing counts" => [.. Enumerable.Range(0, 2_000).Select(i => (Item(i), 1_000_000L - (i * 499)))],
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such order."),
        };
    }

    private static string Item(int i) => FormattableString.Invariant($"item {i}");

    private static List<(string, long)> Shuffled((string, long)[] items)
    {
        new Philox(11).Shuffle(items.AsSpan());
        return [.. items];
    }
}
