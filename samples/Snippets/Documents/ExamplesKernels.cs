using Mlops.Statistics.Compute;
using Mlops.Statistics.Distributions;
using Mlops.Statistics.Hashing;
using Mlops.Statistics.Histograms;
using Mlops.Statistics.Moments;
using Mlops.Statistics.Sorting;

namespace Snippets.Documents;

internal static class ExamplesKernels
{
    public static void Hashes()
    {
        // <snippet: Hashes>
        Console.WriteLine($"{StableHash.OfText("abc"):x16} {StableHash.OfText("abc", seed: 1):x16}");
        Console.WriteLine(StableHash.OfDouble(-0.0) == StableHash.OfDouble(0.0));
        // </snippet>
    }

    public static void Kolmogorovs()
    {
        // <snippet: Kolmogorovs>
        Console.WriteLine($"P(D > 0.2) of 50 values: {Kolmogorov.Survival(0.2, sampleSize: 50):F6}");
        Console.WriteLine($"P(D <= 0.2) of 50 values: {Kolmogorov.Cdf(0.2, sampleSize: 50):F6}");
        // </snippet>
    }

    public static void Present()
    {
        // <snippet: Present>
        double[] column = [3, double.NaN, 1, 2, double.NaN];
        var sorted = new double[column.Length];
        var present = SortedCopy.OfPresent(column, sorted);

        Console.WriteLine($"{string.Join(" ", sorted[..present])}; {column.Length - present} missing");
        // </snippet>
    }

    public static void Singles()
    {
        // <snippet: Singles>
        float[] scores = [0.25f, 0.5f, float.NaN, 0.75f];
        var moments = new MomentsDefinition().Create();
        var histogram = new HistogramDefinition(0.4).Create();
        moments.Add(scores);
        histogram.Add(scores);
        histogram.Add(0.9, count: 100);

        Console.WriteLine($"mean {moments.Value.Mean}; counts {string.Join(" ", histogram.Counts.ToArray())}");
        // </snippet>
    }

    public static void Pieces()
    {
        // <snippet: Pieces>
        double[][] columns =
        [
            [3, 1, 2],
            [6, 5],
            [9, 8, 7],
        ];
        var sorted = new double[columns.Length][];
        ParallelPieces.For(
            columns.Length,
            context: null,
            (column, context) => sorted[column] = SortedCopy.Of(columns[column], context)
        );

        Console.WriteLine(string.Join("; ", sorted.Select(column => string.Join(" ", column))));
        // </snippet>
    }
}
