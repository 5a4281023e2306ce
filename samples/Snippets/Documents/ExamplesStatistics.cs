// <snippet: Usings>
using System.Text;
using System.Text.Json;
using Mlops.Statistics.Compute;
using Mlops.Statistics.Counting;
using Mlops.Statistics.Distributions;
using Mlops.Statistics.Divergences;
using Mlops.Statistics.Equivalence;
using Mlops.Statistics.Histograms;
using Mlops.Statistics.Intervals;
using Mlops.Statistics.Moments;
using Mlops.Statistics.MultipleTesting;
using Mlops.Statistics.Quantiles;
using Mlops.Statistics.Sorting;

// </snippet>

namespace Snippets.Documents;

internal static class ExamplesStatistics
{
    public static void Equivalence()
    {
        // <snippet: Equivalence>
        long[] before = [500, 300, 200];
        long[] after = [480, 310, 210];
        var test = EquivalenceTest.Evaluate(before, after, new EquivalenceOptions { Bound = 0.10 });

        Console.WriteLine($"effect {test.Effect:F4}, interval {test.Interval}");
        Console.WriteLine(
            $"p of drift {test.DriftPValue:F4}, of sameness {test.SamePValue:E1}, of any change {test.DetectionPValue:F3}"
        );
        // </snippet>
    }

    public static void Planning()
    {
        // <snippet: Planning>
        var undecided = EquivalenceTest.Evaluate([50, 30, 20], [42, 33, 25]);
        var plan = EquivalencePlanning.RowsToSettle(undecided);

        Console.WriteLine($"{plan.Status}: {plan.RowsPerSide} rows on each side would bring a {plan.Direction}");
        // </snippet>
    }

    public static void Bounds()
    {
        // <snippet: Bounds>
        Console.WriteLine(EffectBound.Shift(0.3).Describe());
        Console.WriteLine(EffectBound.MissingShare(from: 0, to: 0.05).Describe());

        var same = EffectBound.Equivalents(distance: 0.10);
        Console.WriteLine($"0.10 is a shift of {same.Shift:F2}, or a KS distance of {same.KolmogorovSmirnov:F3}");
        // </snippet>
    }

    public static void Pooling()
    {
        // <snippet: Pooling>
        long[] reference = [60, 3, 2, 35];
        long[] current = [55, 2, 4, 39];
        int[] groups = BinPooling.Ordered(reference, current);

        Console.WriteLine($"groups {string.Join(" ", groups)}");
        Console.WriteLine($"counts {string.Join(" ", BinPooling.Sum(reference, groups))}");
        Console.WriteLine($"without an order {string.Join(" ", BinPooling.Unordered(reference, current))}");
        // </snippet>
    }

    public static void Divergences()
    {
        // <snippet: Divergences>
        double[] reference = [0.5, 0.3, 0.2];
        double[] current = [0.4, 0.4, 0.2];

        Console.WriteLine($"Jensen-Shannon {JensenShannon.Distance(reference, current):F4}");
        Console.WriteLine($"Kullback-Leibler {KullbackLeibler.Divergence(reference, current):F4}");
        Console.WriteLine($"Hellinger {Hellinger.Distance(reference, current):F4}");
        Console.WriteLine($"total variation {TotalVariation.Distance(reference, current):F4}");
        Console.WriteLine($"Chebyshev {Chebyshev.Distance(reference, current):F4}");

        var index = PopulationStabilityIndex.Index(reference, current);
        Console.WriteLine($"population stability {index:F4}, {PopulationStabilityIndex.Band(index)}");
        // </snippet>
    }

    public static void Intervals()
    {
        // <snippet: Intervals>
        Console.WriteLine(ClopperPearson.Interval(successes: 0, trials: 50, confidenceLevel: 0.95));
        // </snippet>
    }

    public static void Adjusting()
    {
        // <snippet: Adjusting>
        double[] pValues = [0.001, 0.02, 0.03, 0.4];
        var adjusted = new double[4];
        var rejected = new bool[4];
        BenjaminiHochberg.Adjust(pValues, adjusted);
        var count = BenjaminiHochberg.Reject(pValues, falseDiscoveryRate: 0.05, rejected);

        Console.WriteLine(string.Join(" ", adjusted.Select(p => $"{p:F3}")));
        Console.WriteLine($"{count} rejected: {string.Join(" ", rejected)}");
        // </snippet>
    }

    public static void Distributions()
    {
        // <snippet: Distributions>
        Console.WriteLine($"{NoncentralChiSquare.Cdf(x: 12, degreesOfFreedom: 4, noncentrality: 5):F6}");
        Console.WriteLine($"{NoncentralChiSquare.Noncentrality(x: 12, degreesOfFreedom: 4, probability: 0.05):F4}");
        Console.WriteLine($"{ChiSquare.Survival(x: 9.49, degreesOfFreedom: 4):F4}");
        Console.WriteLine($"{Normal.Quantile(0.975):F6} {Beta.Quantile(0.5, alpha: 2, beta: 5):F6}");
        // </snippet>
    }

    public static void Histograms()
    {
        // <snippet: Histograms>
        double[] values = [1, 2, 2, 3, 5, 8, 13, 21];
        double[] edges = HistogramBinning.QuantileOfUnsorted(values, bins: 4);
        HistogramAccumulator histogram = new HistogramDefinition(edges).Create();
        histogram.Add(values);
        histogram.Add(double.NaN);

        Console.WriteLine($"edges {string.Join(" ", edges)}; counts {string.Join(" ", histogram.Counts.ToArray())}");
        Console.WriteLine(
            $"missing {histogram.MissingCount}; uniform edges {string.Join(" ", HistogramBinning.Uniform(values, bins: 4))}"
        );
        // </snippet>
    }

    public static void Moments()
    {
        // <snippet: Moments>
        MomentsAccumulator moments = new MomentsDefinition().Create();
        moments.Add([2, 4, 4, 4, 5, 5, 7, 9]);

        var value = moments.Value;
        Console.WriteLine(
            $"mean {value.Mean}, sample variance {value.SampleVariance:F4}, skewness {value.Skewness:F4}"
        );
        // </snippet>
    }

    public static void Counting()
    {
        // <snippet: Counting>
        CategoryCountAccumulator plans = new CategoryCountDefinition().Create();
        plans.Add("basic", count: 3);
        plans.Add("full");
        plans.AddMissing();

        Console.WriteLine(
            $"{string.Join(", ", plans.Value.Select(plan => $"{plan.Category} {plan.Count}"))}; missing {plans.MissingCount}"
        );
        // </snippet>
    }

    public static void Storing()
    {
        // <snippet: Storing>
        var definition = new HistogramDefinition(10, 20);
        var monday = definition.Create();
        monday.Add([5, 15, 25]);

        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            monday.WriteTo(writer);
        }

        Console.WriteLine(Encoding.UTF8.GetString(stream.ToArray()));
        using var json = JsonDocument.Parse(stream.ToArray());
        var week = definition.Read(json.RootElement);
        week.Merge(monday);
        Console.WriteLine(week.Count);
        // </snippet>
    }

    public static void Sorting()
    {
        // <snippet: Sorting>
        double[] values = [3, 1, double.PositiveInfinity, 2];
        double[] sorted = SortedCopy.Of(values);

        Console.WriteLine($"{string.Join(" ", sorted)}; median {EmpiricalQuantile.OfSorted(sorted, 0.5)}");
        Console.WriteLine($"the same of values in any order: {EmpiricalQuantile.Of(values, 0.5)}");
        // </snippet>
    }

    public static void Context()
    {
        // <snippet: Context>
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        var context = new ComputeContext { MaxDegreeOfParallelism = 2, CancellationToken = stop.Token };

        Console.WriteLine(EmpiricalQuantile.Of([4, 2, 8, 6], 0.25, context));
        Console.WriteLine($"{context.Backend.Name}, {context.Backend.Precision}");
        // </snippet>
    }
}
