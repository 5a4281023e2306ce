using System.Globalization;
using Mlops.Statistics.Divergences;

namespace Mlops.Statistics.TwoSample;

/// <summary>A sample as its sorted values with how often each occurs. It views the caller's memory and was checked when it was made.</summary>
/// <remarks>What a profile keeps when it keeps values. Tests answer as they would for the rows written out. The default value is an empty sample.</remarks>
public readonly ref struct CountedValues
{
    /// <summary>Takes the values and their counts.</summary>
    /// <param name="values">The values, ascending; equal neighbours are allowed, NaN is not.</param>
    /// <param name="counts">How often each value occurs, not negative. 0 counts for nothing.</param>
    /// <remarks>Linear in the number of values.</remarks>
    /// <exception cref="ArgumentException">A value is NaN or less than the one before, a count is negative, the counts sum to more than a long holds, or the lengths differ.</exception>
    public CountedValues(ReadOnlySpan<double> values, ReadOnlySpan<long> counts)
    {
        if (values.Length != counts.Length)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{nameof(counts)}' has {counts.Length} counts for {values.Length} values; it must have as many."
                ),
                nameof(counts)
            );
        }

        SampleChecks.ThrowIfUnsorted(values, nameof(values));
        Total = BinCounts.Total(counts, nameof(counts));
        Values = values;
        Counts = counts;
    }

    /// <summary>The values, ascending.</summary>
    public ReadOnlySpan<double> Values { get; }

    /// <summary>How often each value occurs.</summary>
    public ReadOnlySpan<long> Counts { get; }

    /// <summary>How many rows there are: the sum of the counts.</summary>
    public long Total { get; }
}
