using Mlops.Data;
using Mlops.Statistics.Sorting;

namespace Mlops.Drift.Presets;

/// <summary>Two columns as codes of the same categories in their order: texts ordinally, numbers by size. -1 is missing.</summary>
internal sealed class CategoryPair
{
    private CategoryPair(int[] reference, int[] current, int count)
    {
        Reference = reference;
        Current = current;
        Count = count;
        ReferenceCounts = CountsOf(reference);
        CurrentCounts = CountsOf(current);
        ReferenceMissing = reference.Length - ReferenceCounts.Sum();
        CurrentMissing = current.Length - CurrentCounts.Sum();
    }

    public int[] Reference { get; }

    public int[] Current { get; }

    /// <summary>How many categories occur on either side.</summary>
    public int Count { get; }

    public long[] ReferenceCounts { get; }

    public long[] CurrentCounts { get; }

    public long ReferenceMissing { get; }

    public long CurrentMissing { get; }

    public static CategoryPair Of(Column reference, Column current)
    {
        var (first, firstTexts) = Coded(reference);
        var (second, secondTexts) = Coded(current);
        string[] texts = [.. Used(first, firstTexts).Union(Used(second, secondTexts), StringComparer.Ordinal)];
        Array.Sort(texts, StringComparer.Ordinal);
        return new(Recoded(first, firstTexts, texts), Recoded(second, secondTexts, texts), texts.Length);
    }

    public static CategoryPair Of(ReadOnlySpan<double> reference, ReadOnlySpan<double> current)
    {
        double[] keys = Distinct([.. reference, .. current]);
        return new(Codes(reference, keys), Codes(current, keys), keys.Length);
    }

    public static CategoryPair Of(ReadOnlySpan<int> reference, ReadOnlySpan<int> current)
    {
        int[] first = [.. reference],
            second = [.. current];
        return new(first, second, Math.Max(first.Append(-1).Max(), second.Append(-1).Max()) + 1);
    }

    /// <summary>The same pair without rows that are missing.</summary>
    public CategoryPair WithoutMissing() =>
        ReferenceMissing + CurrentMissing == 0
            ? this
            : new([.. Reference.Where(code => code >= 0)], [.. Current.Where(code => code >= 0)], Count);

    /// <summary>The same pair with what is missing as a category of its own, the last.</summary>
    public CategoryPair WithMissingAsCategory() =>
        ReferenceMissing + CurrentMissing == 0
            ? this
            : new(
                Array.ConvertAll(Reference, code => code < 0 ? Count : code),
                Array.ConvertAll(Current, code => code < 0 ? Count : code),
                Count + 1
            );

    public long[] CountsOf(ReadOnlySpan<int> codes)
    {
        var counts = new long[Count];
        foreach (var code in codes)
        {
            if (code >= 0)
            {
                counts[code]++;
            }
        }

        return counts;
    }

    /// <summary>The distinct values, ascending; NaN is left out.</summary>
    public static double[] Distinct(ReadOnlySpan<double> values)
    {
        var sorted = new double[values.Length];
        var count = SortedCopy.OfPresent(values, sorted);
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            if (kept == 0 || sorted[i] != sorted[kept - 1])
            {
                sorted[kept++] = sorted[i];
            }
        }

        return sorted[..kept];
    }

    private static int[] Codes(ReadOnlySpan<double> values, double[] keys)
    {
        var codes = new int[values.Length];
        for (var i = 0; i < codes.Length; i++)
        {
            codes[i] = double.IsNaN(values[i]) ? -1 : Array.BinarySearch(keys, values[i]);
        }

        return codes;
    }

    private static (int[] Codes, IReadOnlyList<string> Texts) Coded(Column column) =>
        column switch
        {
            BooleanColumn boolean => (Array.ConvertAll(boolean.Codes.ToArray(), code => (int)code), ["false", "true"]),
            CategoryColumn category => (category.Codes.ToArray(), category.Categories),
            _ => throw new ArgumentException($"Column '{column.Name}' holds no categories.", nameof(column)),
        };

    // A slice's dictionary may list texts that no row of it has.
    private static IEnumerable<string> Used(int[] codes, IReadOnlyList<string> texts)
    {
        var isUsed = new bool[texts.Count];
        foreach (var code in codes)
        {
            if (code >= 0)
            {
                isUsed[code] = true;
            }
        }

        return texts.Where((_, code) => isUsed[code]);
    }

    private static int[] Recoded(int[] codes, IReadOnlyList<string> texts, string[] sorted)
    {
        var map = texts.Select(text => Array.BinarySearch(sorted, text, StringComparer.Ordinal)).ToArray();
        return Array.ConvertAll(codes, code => code < 0 ? -1 : map[code]);
    }
}
