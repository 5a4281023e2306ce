using System.Globalization;
using Mlops.Data;
using Mlops.Statistics.Histograms;
using Mlops.Statistics.Sorting;

namespace Mlops.Drift.Slices;

/// <summary>A way to cut rows into slices: the slice of each row on both sides.</summary>
internal sealed class SliceScheme
{
    private SliceScheme(string[] columns, string[] names, int[] reference, int[] current) =>
        (Columns, Names, Reference, Current) = (columns, names, reference, current);

    public string[] Columns { get; }

    /// <summary>The slices in words.</summary>
    public string[] Names { get; }

    /// <summary>The slice of each row of the reference.</summary>
    public int[] Reference { get; }

    /// <summary>The slice of each current row.</summary>
    public int[] Current { get; }

    public static SliceScheme Of(Column reference, Column current, SliceDriftOptions options)
    {
        var name = reference.Name;
        return reference switch
        {
            NumericColumn numbers => OfNumbers(name, numbers, (NumericColumn)current, options),
            BooleanColumn booleans => new SliceScheme(
                [name],
                [$"{name} = false", $"{name} = true", Missing(name)],
                [.. Codes(booleans)],
                [.. Codes((BooleanColumn)current)]
            ),
            _ => OfCategories(name, (CategoryColumn)reference, (CategoryColumn)current, options),
        };

        static IEnumerable<int> Codes(BooleanColumn column) =>
            column.Codes.ToArray().Select(code => code < 0 ? 2 : code);
    }

    public static SliceScheme Pair(SliceScheme a, SliceScheme b) =>
        new(
            [.. a.Columns, .. b.Columns],
            [.. a.Names.SelectMany(first => b.Names.Select(second => $"{first}, {second}"))],
            [.. a.Reference.Zip(b.Reference, (i, j) => (i * b.Names.Length) + j)],
            [.. a.Current.Zip(b.Current, (i, j) => (i * b.Names.Length) + j)]
        );

    /// <summary>The rows of one side in the order of their slices, and where each slice begins.</summary>
    public (int[] Order, int[] Starts) Group(int[] slices)
    {
        var starts = new int[Names.Length + 1];
        foreach (var slice in slices)
        {
            starts[slice + 1]++;
        }

        for (var s = 1; s < starts.Length; s++)
        {
            starts[s] += starts[s - 1];
        }

        var next = starts.ToArray();
        var order = new int[slices.Length];
        for (var row = 0; row < slices.Length; row++)
        {
            order[next[slices[row]]++] = row;
        }

        return (order, starts);
    }

    private static string Missing(string name) => $"{name} missing";

    private static SliceScheme OfCategories(
        string name,
        CategoryColumn reference,
        CategoryColumn current,
        SliceDriftOptions options
    )
    {
        var counts = new long[reference.Categories.Count];
        foreach (var code in reference.Codes.Span)
        {
            if (code >= 0)
            {
                counts[code]++;
            }
        }

        string[] kept =
        [
            .. Enumerable
                .Range(0, counts.Length)
                .Where(code => counts[code] > 0)
                .OrderByDescending(code => counts[code])
                .ThenBy(code => reference.Categories[code], StringComparer.Ordinal)
                .Take(options.MostValues)
                .Select(code => reference.Categories[code]),
        ];
        var index = kept.Select((category, i) => (category, i))
            .ToDictionary(pair => pair.category, pair => pair.i, StringComparer.Ordinal);
        return new SliceScheme(
            [name],
            [.. kept.Select(category => $"{name} = {category}"), $"{name}: any other", Missing(name)],
            Codes(reference),
            Codes(current)
        );

        int[] Codes(CategoryColumn column)
        {
            int[] slices = [.. column.Categories.Select(category => index.GetValueOrDefault(category, kept.Length))];
            return [.. column.Codes.ToArray().Select(code => code < 0 ? kept.Length + 1 : slices[code])];
        }
    }

    private static SliceScheme OfNumbers(
        string name,
        NumericColumn reference,
        NumericColumn current,
        SliceDriftOptions options
    )
    {
        var scratch = new double[reference.Length];
        var sorted = scratch.AsSpan(0, SortedCopy.OfPresent(reference.Values.Span, scratch));
        var distinct = new List<double>();
        foreach (var value in sorted)
        {
            if (distinct.Count == 0 || value != distinct[^1])
            {
                distinct.Add(value);
                if (distinct.Count > options.NumberBins)
                {
                    break;
                }
            }
        }

        // Few values are cut at each of them, many at quantiles.
        double[] edges =
            sorted.IsEmpty ? []
            : distinct.Count <= options.NumberBins ? [.. distinct.SkipLast(1)]
            : HistogramBinning.Quantile(sorted, options.NumberBins);
        var bins = new HistogramDefinition(edges);
        return new SliceScheme(
            [name],
            [.. Enumerable.Range(0, bins.BinCount).Select(Describe), Missing(name)],
            Codes(reference),
            Codes(current)
        );

        int[] Codes(NumericColumn column) =>
            [.. column.Values.ToArray().Select(value => bins.FindBin(value) is >= 0 and var bin ? bin : bins.BinCount)];

        string Describe(int bin) =>
            bins.BinCount == 1 ? $"{name}: any value"
            : bin == 0 ? $"{name} up to {Text(edges[0])}"
            : bin == edges.Length ? $"{name} above {Text(edges[^1])}"
            : $"{name} {Text(edges[bin - 1])} to {Text(edges[bin])}";
    }

    private static string Text(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
