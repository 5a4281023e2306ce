namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>Two samples in their common order, as the groups of equal values: what a test conditional on the ties knows of them.</summary>
internal sealed class TieGroups
{
    private TieGroups(long[] ends, long[] referenceEnds, long referenceCount, long currentCount)
    {
        Ends = ends;
        ReferenceEnds = referenceEnds;
        ReferenceCount = referenceCount;
        CurrentCount = currentCount;
    }

    /// <summary>For each group, how many values of both samples are in it or below it.</summary>
    internal long[] Ends { get; }

    /// <summary>For each group, how many of the reference's values are in it or below it.</summary>
    internal long[] ReferenceEnds { get; }

    internal long ReferenceCount { get; }

    internal long CurrentCount { get; }

    internal Int128 Total => (Int128)ReferenceCount + CurrentCount;

    internal bool HasTies => Ends.Length < Total;

    /// <summary>Whether every value can have a label in one array.</summary>
    internal bool CanBeLabelled => Total <= Array.MaxLength;

    /// <summary>The groups of two sorted samples.</summary>
    internal static TieGroups Of(ReadOnlySpan<double> reference, ReadOnlySpan<double> current)
    {
        var builder = new Builder((int)Math.Min((long)reference.Length + current.Length, Array.MaxLength));
        for (int x = 0, y = 0; x < reference.Length || y < current.Length; builder.Add(x, y))
        {
            var value = Least(reference, x, current, y);
            for (; x < reference.Length && reference[x] <= value; x++) { }

            for (; y < current.Length && current[y] <= value; y++) { }
        }

        return builder.Build(reference.Length, current.Length);
    }

    /// <summary>The groups of two samples as values and counts.</summary>
    internal static TieGroups Of(CountedValues reference, CountedValues current)
    {
        var builder = new Builder(reference.Values.Length + current.Values.Length);
        long i = 0,
            j = 0;
        for (int x = 0, y = 0; x < reference.Values.Length || y < current.Values.Length; builder.Add(i, j))
        {
            var value = Least(reference.Values, x, current.Values, y);
            for (; x < reference.Values.Length && reference.Values[x] <= value; x++)
            {
                i += reference.Counts[x];
            }

            for (; y < current.Values.Length && current.Values[y] <= value; y++)
            {
                j += current.Counts[y];
            }
        }

        return builder.Build(reference.Total, current.Total);
    }

    /// <summary>For each value in the common order: 1 for a current one, 0 for one of the reference. Within a group the order says nothing.</summary>
    internal byte[] Labels()
    {
        var labels = new byte[(int)Total];
        long end = 0,
            referenceEnd = 0;
        for (var group = 0; group < Ends.Length; group++)
        {
            var first = end + ReferenceEnds[group] - referenceEnd;
            labels.AsSpan((int)first, (int)(Ends[group] - first)).Fill(1);
            (end, referenceEnd) = (Ends[group], ReferenceEnds[group]);
        }

        return labels;
    }

    private static double Least(ReadOnlySpan<double> reference, int x, ReadOnlySpan<double> current, int y) =>
        Math.Min(
            x < reference.Length ? reference[x] : double.PositiveInfinity,
            y < current.Length ? current[y] : double.PositiveInfinity
        );

    private ref struct Builder(int capacity)
    {
        private readonly long[] _ends = new long[capacity];
        private readonly long[] _referenceEnds = new long[capacity];
        private int _count;

        internal void Add(long i, long j)
        {
            // A value with a count of 0 makes no group.
            if (i + j > (_count > 0 ? _ends[_count - 1] : 0))
            {
                _ends[_count] = i + j;
                _referenceEnds[_count++] = i;
            }
        }

        internal readonly TieGroups Build(long n, long m) => new(_ends[.._count], _referenceEnds[.._count], n, m);
    }
}
