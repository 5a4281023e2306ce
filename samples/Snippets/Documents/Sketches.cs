// <snippet: Usings>
using Mlops;
using Mlops.Statistics.Randomness;
using Mlops.Statistics.Sketches;
using Mlops.Statistics.Sketches.Cardinality;
using Mlops.Statistics.Sketches.FrequentItems;
using Mlops.Statistics.Sketches.Quantiles;
using Mlops.Statistics.Sketches.Sampling;

// </snippet>

namespace Snippets.Documents;

internal static class Sketches
{
    public static void Quantiles()
    {
        // <snippet: Quantiles>
        var definition = new KllDefinition<double>(size: 256, seed: 1);
        KllSketch<double> monday = definition.Create();
        KllSketch<double> tuesday = definition.Create();
        monday.Add([.. Enumerable.Range(1, 50_000).Select(i => i * 0.001)]);
        tuesday.Add([.. Enumerable.Range(50_001, 50_000).Select(i => i * 0.001)]);

        byte[] sent = tuesday.ToBytes();
        monday.Merge(definition.FromBytes(sent));

        SketchError error = monday.RankError(confidence: 0.99);
        Console.WriteLine($"{monday.Count} values in {monday.RetainedCount} items");
        Console.WriteLine($"median {monday.Quantile(0.5):F3}, the true one is 50.000");
        Console.WriteLine(
            $"share up to 90: {monday.CumulativeShare(90):F4}, the true one is 0.9000; error at most {error.Bound:F4}"
        );
        Console.WriteLine($"extremes {monday.Minimum} and {monday.Maximum}, exactly");
        // </snippet>
    }

    public static void Sizes()
    {
        // <snippet: Sizes>
        var values = Enumerable.Range(0, 1_000_000).Select(i => (double)i).ToArray();
        new Philox(seed: 1).Shuffle<double>(values);

        foreach (var size in new[] { 128, 256, 512, 1024 })
        {
            var sketch = new KllDefinition<double>(size).Create();
            sketch.Add(values);
            var (one, all) = (sketch.RankError(), sketch.UniformRankError());
            Console.WriteLine($"{size}: one share {one.Bound:F4}, all shares {all.Bound:F4}");
        }
        // </snippet>
    }

    public static void Distinct()
    {
        // <snippet: Distinct>
        var definition = new HyperLogLogDefinition(precision: 11);
        HyperLogLog customers = definition.Create();
        for (var row = 0; row < 100_000; row++)
        {
            customers.Add($"customer {row % 40_000}");
        }

        ConfidenceInterval interval = customers.Interval(0.95);
        Console.WriteLine($"{customers.Count} rows, about {customers.Estimate:F0} customers");
        Console.WriteLine(interval);

        HyperLogLog plans = definition.Create();
        plans.Add(codes: [0, 1, 0, -1], categories: ["basic", "full"]);
        Console.WriteLine($"{plans.Estimate} plans, exact: {plans.IsExact}; missing {plans.MissingCount}");
        // </snippet>
    }

    public static void Frequent()
    {
        // <snippet: Frequent>
        FrequentItemsSketch payments = new FrequentItemsDefinition(capacity: 256).Create();
        payments.Add(codes: [0, 1, 0, -1], categories: ["card", "cash"]);
        foreach (FrequentItem item in payments.Items)
        {
            Console.WriteLine($"{item.Item}: {item.LowerBound} to {item.UpperBound}");
        }

        FrequentItemsSketch words = new FrequentItemsDefinition(capacity: 4).Create();
        for (var i = 1; i <= 1000; i++)
        {
            words.Add(i % 2 == 0 ? "the" : $"word {i}");
        }

        Console.WriteLine(
            $"'the' {words.LowerBoundOf("the")} to {words.UpperBoundOf("the")} times of {words.Count}, truly 500"
        );
        // </snippet>
    }

    public static void Sample()
    {
        // <snippet: Sample>
        var definition = new ReservoirDefinition<double>(size: 3, seed: 7);
        Reservoir<double> first = definition.Create();
        Reservoir<double> second = definition.Create();
        first.Add([10, 11, 12, 13], firstRow: 0, stream: 1);
        second.Add([14, 15, 16, 17], firstRow: 4, stream: 1);
        first.Merge(second);

        Reservoir<double> whole = definition.Create();
        whole.Add([10, 11, 12, 13, 14, 15, 16, 17], firstRow: 0, stream: 1);

        Console.WriteLine($"{string.Join(" ", first.ToArray())}; of the whole: {string.Join(" ", whole.ToArray())}");
        Console.WriteLine($"rows {string.Join(" ", first.Items.Select(item => item.Row))} of {first.Count}");
        // </snippet>
    }

    public static void Random()
    {
        // <snippet: Random>
        var random = new Philox(seed: 42, stream: 7);
        int[] order = [0, 1, 2, 3, 4, 5];
        random.Shuffle<int>(order);
        Console.WriteLine(string.Join(" ", order));

        var position = random.Position;
        var drawn = random.NextDouble();
        random.Position = position;
        Console.WriteLine($"{drawn:F6}, again {random.NextDouble():F6}; one of six: {random.NextBelow(6u)}");
        // </snippet>
    }
}
