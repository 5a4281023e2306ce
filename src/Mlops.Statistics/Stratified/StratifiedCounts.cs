using System.Globalization;

namespace Mlops.Statistics.Stratified;

/// <summary>Counts of classes within strata on both sides, checked.</summary>
internal readonly ref struct StratifiedCounts
{
    private readonly ReadOnlySpan<long> _reference;
    private readonly ReadOnlySpan<long> _current;

    public StratifiedCounts(ReadOnlySpan<long> reference, ReadOnlySpan<long> current, int classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        Check(reference, nameof(reference));
        Check(current, nameof(current));
        if (reference.Length != current.Length || reference.Length % classes != 0)
        {
            throw new ArgumentException(
                $"The sides have {reference.Length} and {current.Length} counts; both must have {classes} classes for each of the same strata.",
                nameof(current)
            );
        }

        _reference = reference;
        _current = current;
        Classes = classes;
        foreach (var count in reference)
        {
            ReferenceTotal += count;
        }

        foreach (var count in current)
        {
            CurrentTotal += count;
        }
    }

    public int Classes { get; }

    public int Strata => _reference.Length / Classes;

    public long ReferenceTotal { get; }

    public long CurrentTotal { get; }

    public ReadOnlySpan<long> Reference(int stratum) => _reference.Slice(stratum * Classes, Classes);

    public ReadOnlySpan<long> Current(int stratum) => _current.Slice(stratum * Classes, Classes);

    public static long Total(ReadOnlySpan<long> counts)
    {
        long total = 0;
        foreach (var count in counts)
        {
            total += count;
        }

        return total;
    }

    private static void Check(ReadOnlySpan<long> counts, string name)
    {
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] < 0)
            {
                throw new ArgumentException(
                    $"'{name}' has {counts[i].ToString(CultureInfo.InvariantCulture)} at position {i}; a count is not negative.",
                    name
                );
            }
        }
    }
}
