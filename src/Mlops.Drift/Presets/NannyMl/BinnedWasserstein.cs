using System.Numerics.Tensors;
using Mlops.Drift.Presets.NumPy;
using Mlops.Statistics.Sorting;

namespace Mlops.Drift.Presets.NannyMl;

/// <summary>NannyML's Wasserstein distance of a long reference: an area between step functions on equal bins, and two tails.</summary>
/// <remarks>
/// A tail is weighted with one row more than it has, since the reference's end is put into it, and what lies below raises the distribution function
/// within by that weight too. So chunks that leave the reference's range get slightly more than the distance.
/// </remarks>
internal sealed class BinnedWasserstein
{
    private readonly double[] _edges;
    private readonly double[] _cumulated;

    public BinnedWasserstein(double[] reference, int bins)
    {
        _edges = NumPyHistogram.Edges(
            TensorPrimitives.Min<double>(reference),
            TensorPrimitives.Max<double>(reference),
            bins
        );
        _cumulated = Cumulated(reference);
    }

    public MethodScore Score(ReadOnlySpan<double> chunk)
    {
        double first = _edges[0],
            last = _edges[^1];
        List<double> below = [],
            above = [];
        foreach (var value in chunk)
        {
            if (value < first)
            {
                below.Add(value);
            }
            else if (value > last)
            {
                above.Add(value);
            }
        }

        var weightBelow = below.Count > 0 ? (below.Count + 1) / (double)chunk.Length : 0;
        var weightAbove = above.Count > 0 ? (above.Count + 1) / (double)chunk.Length : 0;
        var within = Cumulated(chunk);
        var width = _edges[1] - _edges[0];
        for (var i = 0; i < within.Length; i++)
        {
            within[i] = Math.Abs(_cumulated[i] - (within[i] + weightBelow)) * width;
        }

        return MethodScore.Of(
            NumPySum.Of(within)
                + (weightBelow > 0 ? Tail([.. below, first], isAbove: false) * weightBelow : 0)
                + (weightAbove > 0 ? Tail([last, .. above], isAbove: true) * weightAbove : 0)
        );
    }

    private static double Tail(double[] values, bool isAbove)
    {
        var sorted = SortedCopy.Of(values);
        List<double> terms = [];
        for (var i = 0; i < sorted.Length - 1; i++)
        {
            if (sorted[i + 1] > sorted[i])
            {
                var share = (i + 1.0) / sorted.Length;
                terms.Add((isAbove ? 1 - share : share) * (sorted[i + 1] - sorted[i]));
            }
        }

        return NumPySum.Of(terms.ToArray());
    }

    private double[] Cumulated(ReadOnlySpan<double> values)
    {
        var shares = NumPyHistogram.Shares(NumPyHistogram.Counts(values, _edges), values.Length);
        for (var i = 1; i < shares.Length; i++)
        {
            shares[i] += shares[i - 1];
        }

        return shares;
    }
}
