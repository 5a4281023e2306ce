using System.Runtime.CompilerServices;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>The Anderson-Darling statistic of two samples as a sum over groups of equal values.</summary>
/// <remarks>
/// Both samples are equally far from the pooled one: |N M - B n| is |h| = |i m - j n| for each, so that
/// A² = (1/n + 1/m) Σ l h² / (N B (N - B)), and by midranks with the mean of h at both ends of a group.
/// </remarks>
internal struct AndersonDarlingSum(long n, long m, bool isMidrank) : ITieGroupSum<AndersonDarlingSum>
{
    private double _sum;
    private long _groups;

    internal readonly bool HasTies => _groups < n + m;

    internal readonly bool IsConstant => _groups < 2;

    internal readonly double SquaredDifference
    {
        get
        {
            var total = (double)n + m;
            var value = _sum * ((1.0 / n) + (1.0 / m)) / total;
            return isMidrank ? value * (total - 1) / total : value;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(long first, long second, long firstEnd, long secondEnd)
    {
        _sum += AndersonDarlingWeight.Of(first + second, firstEnd + secondEnd, n + m, isMidrank)
            * Square((firstEnd * m) - (secondEnd * n), (first * m) - (second * n));
        _groups++;
    }

    public void Merge(in AndersonDarlingSum other)
    {
        _sum += other._sum;
        _groups += other._groups;
    }

    private readonly double Square(double end, double begin)
    {
        var height = isMidrank ? 0.5 * (begin + end) : end;
        return height * height;
    }
}
