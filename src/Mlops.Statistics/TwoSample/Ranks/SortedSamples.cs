using System.Globalization;
using Mlops.Statistics.Compute;

namespace Mlops.Statistics.TwoSample.Ranks;

/// <summary>Two sorted samples, as rows or as values and counts.</summary>
/// <remarks>At most 2³¹ - 1 rows a side: then the sums of rank tests fit whole numbers of 64 bits, or two of them.</remarks>
internal readonly ref struct SortedSamples
{
    private readonly ReadOnlySpan<double> _reference;
    private readonly ReadOnlySpan<double> _current;
    private readonly ReadOnlySpan<long> _referenceCounts;
    private readonly ReadOnlySpan<long> _currentCounts;
    private readonly bool _isCounted;

    internal SortedSamples(ReadOnlySpan<double> reference, ReadOnlySpan<double> current)
    {
        _reference = reference;
        _current = current;
        ReferenceCount = reference.Length;
        CurrentCount = current.Length;
    }

    internal SortedSamples(CountedValues reference, CountedValues current)
    {
        ThrowIfTooMany(reference, nameof(reference));
        ThrowIfTooMany(current, nameof(current));
        _isCounted = true;
        _reference = reference.Values;
        _referenceCounts = reference.Counts;
        _current = current.Values;
        _currentCounts = current.Counts;
        ReferenceCount = reference.Total;
        CurrentCount = current.Total;
    }

    /// <summary>n.</summary>
    internal long ReferenceCount { get; }

    /// <summary>m.</summary>
    internal long CurrentCount { get; }

    internal bool IsEmpty => ReferenceCount == 0 || CurrentCount == 0;

    /// <summary>The visitors of all parts, in an order that does not depend on the number of threads.</summary>
    internal TVisitor[] Walk<TVisitor>(TVisitor visitor, ComputeContext context)
        where TVisitor : struct, ITieGroupVisitor
    {
        if (!_isCounted)
        {
            return TieGroupWalk.Walk(_reference, _current, visitor, context);
        }

        WalkInOrder(ref visitor);
        return [visitor];
    }

    /// <summary>All groups in ascending order.</summary>
    internal void WalkInOrder<TVisitor>(ref TVisitor visitor)
        where TVisitor : ITieGroupVisitor =>
        TieGroupWalk.InOrder(_reference, _referenceCounts, _current, _currentCounts, ref visitor);

    private static void ThrowIfTooMany(CountedValues sample, string name)
    {
        if (sample.Total > int.MaxValue)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{name}' has {sample.Total} rows; a rank test takes at most {int.MaxValue} a side."
                ),
                name
            );
        }
    }
}
