using Mlops.Statistics.Quantiles;

namespace Mlops.Data.Profiles;

/// <summary>Values in ascending order, each standing so many times.</summary>
internal sealed class WeightedValues
{
    private readonly long[] _cumulative;

    public WeightedValues(double[] values, long[] counts)
    {
        (Values, Counts) = (values, counts);
        _cumulative = new long[counts.Length];
        for (var i = 0; i < counts.Length; i++)
        {
            Count += counts[i];
            _cumulative[i] = Count;
        }
    }

    public double[] Values { get; }

    public long[] Counts { get; }

    /// <summary>How many values there are, each as often as it stands.</summary>
    public long Count { get; }

    /// <summary>The quantile of type 1.</summary>
    public double Quantile(double probability)
    {
        var position = Array.BinarySearch(_cumulative, EmpiricalQuantile.Rank(Count, probability));
        return Values[position >= 0 ? position : ~position];
    }
}
