using System.Globalization;

namespace Mlops.Statistics.Stratified;

/// <summary>One side of a decomposition: shares, means, and variances where a group is too small to have its own.</summary>
internal sealed class KitagawaSide
{
    private readonly GroupMoments[] _groups;
    private readonly double _pooledVariance;

    public KitagawaSide(ReadOnlySpan<GroupMoments> groups, string name)
    {
        _groups = groups.ToArray();
        double squares = 0,
            degrees = 0;
        for (var g = 0; g < groups.Length; g++)
        {
            var (count, _, variance) = groups[g];
            if (count < 0)
            {
                throw new ArgumentException(
                    $"'{name}' has a count of {count.ToString(CultureInfo.InvariantCulture)} at position {g}; a count is not negative.",
                    name
                );
            }

            Count += count;
            if (count > 1)
            {
                squares += (count - 1) * variance;
                degrees += count - 1;
            }
        }

        _pooledVariance = degrees > 0 ? squares / degrees : 0;
        Mean =
            Count == 0
                ? double.NaN
                : _groups.Where(group => group.Count > 0).Sum(group => (double)group.Count / Count * group.Mean);
    }

    public long Count { get; }

    public double Mean { get; }

    public double Share(int group) => Count == 0 ? 0 : (double)_groups[group].Count / Count;

    public double MeanOf(int group) => _groups[group].Count > 0 ? _groups[group].Mean : double.NaN;

    public double Variance(int group) => _groups[group].Count > 1 ? _groups[group].Variance : _pooledVariance;
}
