using Mlops.Statistics.Quantiles;
using Mlops.Statistics.Sketches.Quantiles;

namespace Mlops.Statistics.Tests.Sketches.Quantiles;

/// <summary>The errors of sketches of the same data with many seeds, beside what the sketches say of them.</summary>
internal sealed class KllErrors
{
    private const int QueryCount = 19;
    private readonly double[] _squares = new double[QueryCount];

    private KllErrors(int seeds) => Seeds = seeds;

    internal int Seeds { get; }

    /// <summary>The share of seeds and queries whose error is beyond the bound.</summary>
    internal double BeyondShare { get; private set; }

    /// <summary>The share of seeds whose greatest error over all values is beyond the bound for all at once.</summary>
    internal double BeyondAllShare { get; private set; }

    /// <summary>The mean square of the error at the worst query, relative to the bound on the variance.</summary>
    internal double WorstVarianceRatio { get; private set; }

    /// <summary>The mean square of the error over all queries, relative to the bound on the variance.</summary>
    internal double MeanVarianceRatio { get; private set; }

    /// <summary>What a rate that is promised to be at most <paramref name="rate"/> may come to: three standard errors more.</summary>
    /// <remarks>The queries of one seed are not independent, so seeds are what is counted.</remarks>
    internal double Limit(double rate) => rate + (3 * Math.Sqrt(rate * (1 - rate) / Seeds));

    internal static KllErrors Measure(double[] values, int size, int seeds, int parts, double confidence)
    {
        var sorted = values.Order().ToArray();
        var errors = new KllErrors(seeds);
        Parallel.For(
            0,
            seeds,
            seed =>
                errors.Take(Sketched(values, new KllDefinition<double>(size, (ulong)seed), parts), sorted, confidence)
        );
        errors.WorstVarianceRatio = errors._squares.Max() / seeds;
        errors.MeanVarianceRatio = errors._squares.Average() / seeds;
        errors.BeyondShare /= QueryCount * seeds;
        errors.BeyondAllShare /= seeds;
        return errors;
    }

    /// <summary>Sketches contiguous parts and merges them in a tree.</summary>
    internal static KllSketch<double> Sketched(double[] values, KllDefinition<double> definition, int parts)
    {
        var sketches = new KllSketch<double>[parts];
        for (var part = 0; part < parts; part++)
        {
            var start = (int)((long)values.Length * part / parts);
            var end = (int)((long)values.Length * (part + 1) / parts);
            sketches[part] = definition.Create();
            sketches[part].Add(values.AsSpan(start, end - start));
        }

        for (var stride = 1; stride < parts; stride *= 2)
        {
            for (var i = 0; i + stride < parts; i += 2 * stride)
            {
                sketches[i].Merge(sketches[i + stride]);
            }
        }

        return sketches[0];
    }

    /// <summary>The greatest difference between the sketch's distribution function and the true one, over all values.</summary>
    internal static double Greatest(KllSketch<double> sketch, double[] sorted)
    {
        var (items, weights) = sketch.ToWeighted();
        var (greatest, cumulative) = (0.0, 0L);
        for (var i = 0; i < items.Length; i++)
        {
            var (below, upTo) = (CountBelow(sorted, items[i]), CountUpTo(sorted, items[i]));
            greatest = Math.Max(greatest, Math.Abs(cumulative - below));
            cumulative += weights[i];
            greatest = Math.Max(greatest, Math.Abs(cumulative - upTo));
        }

        return greatest / sorted.Length;
    }

    internal static long CountUpTo(double[] sorted, double value)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sorted[middle] <= value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static long CountBelow(double[] sorted, double value) => CountUpTo(sorted, Math.BitDecrement(value));

    private void Take(KllSketch<double> sketch, double[] sorted, double confidence)
    {
        var (bound, all, variance) = (
            sketch.RankError(confidence).Bound,
            sketch.UniformRankError(confidence).Bound,
            sketch.RankVarianceBound
        );
        var greatest = Greatest(sketch, sorted);
        var errors = new double[QueryCount];
        for (var query = 0; query < QueryCount; query++)
        {
            var value = EmpiricalQuantile.OfSorted(sorted, (query + 1) / (QueryCount + 1.0));
            errors[query] = sketch.CumulativeShare(value) - (CountUpTo(sorted, value) / (double)sorted.Length);
        }

        lock (_squares)
        {
            BeyondAllShare += greatest > all ? 1 : 0;
            for (var query = 0; query < QueryCount; query++)
            {
                BeyondShare += Math.Abs(errors[query]) > bound ? 1 : 0;
                _squares[query] += errors[query] == 0 ? 0 : errors[query] * errors[query] / variance;
            }
        }
    }
}
