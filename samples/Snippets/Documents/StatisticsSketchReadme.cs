// <snippet: Sketch>
using Mlops.Statistics.Sketches.Quantiles;

// </snippet>

namespace Snippets.Documents;

internal static class StatisticsSketchReadme
{
    public static void Sketch()
    {
        // <snippet: Sketch>
        var latency = new KllDefinition<double>(size: 256, seed: 1).Create();
        for (var i = 1; i <= 1_000_000; i++)
        {
            latency.Add(i * 0.001);
        }

        var error = latency.RankError(confidence: 0.99);
        Console.WriteLine($"{latency.Count} values in {latency.RetainedCount} items");
        Console.WriteLine(
            $"99% are up to {latency.Quantile(0.99):F1}, with a share that is right within {error.Bound:F4}"
        );
        // </snippet>
    }
}
