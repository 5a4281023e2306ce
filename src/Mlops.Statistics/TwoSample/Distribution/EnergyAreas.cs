using System.Runtime.CompilerServices;
using Mlops.Statistics.Sorting;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>The three integrals that energy statistics are made of, of two sorted samples of equal weights.</summary>
/// <remarks>Added up between each value and the next; within a group of ties the gap is 0.</remarks>
internal struct EnergyAreas(long n, long m, double scale) : ISortedMergeVisitor
{
    private readonly double _product = (double)n * m;
    private readonly double _referenceSquare = (double)n * n;
    private readonly double _currentSquare = (double)m * m;

    /// <summary>∫ (F_reference - F_current)².</summary>
    internal CompensatedSum Between;

    /// <summary>∫ F (1 - F) of the reference: half the mean distance of two values drawn with replacement.</summary>
    internal CompensatedSum WithinReference;

    /// <summary>The same of the current values.</summary>
    internal CompensatedSum WithinCurrent;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Visit(double value, double next, long first, long second)
    {
        var gap = (next * scale) - (value * scale);
        var difference = ((first * m) - (second * n)) / _product;
        Between.Add(difference * difference * gap);
        WithinReference.Add(first * (n - first) / _referenceSquare * gap);
        WithinCurrent.Add(second * (m - second) / _currentSquare * gap);
    }

    internal void Add(in EnergyAreas other)
    {
        Between.Add(other.Between);
        WithinReference.Add(other.WithinReference);
        WithinCurrent.Add(other.WithinCurrent);
    }
}
