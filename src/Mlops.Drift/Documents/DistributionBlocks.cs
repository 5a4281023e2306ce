using Mlops.Reporting;
using Mlops.Reporting.Blocks;

namespace Mlops.Drift.Documents;

/// <summary>The picture of one column on both sides.</summary>
internal static class DistributionBlocks
{
    private const int MostCategories = 12;

    public static ReportBlock Of(ColumnDrift column) =>
        column.Picture is { } picture ? Histogram(column, picture) : Categories(column);

    private static HistogramChart Histogram(ColumnDrift column, DistributionPicture picture)
    {
        var (n, m) = (
            column.Reference.RowCount - column.Reference.MissingCount,
            column.Current.RowCount - column.Current.MissingCount
        );
        var outside =
            picture.CurrentOutside > 0
                ? $"Not shown: {ReportFormat.Percent(Share(picture.CurrentOutside, m))} of the current values and {ReportFormat.Percent(Share(picture.ReferenceOutside, n))} of the reference's lie outside these limits."
                : "";
        return new HistogramChart(
            Title(column),
            $"{column.Reason} Mean {Number(column.Reference.Mean)} in the reference, {Number(column.Current.Mean)} now; standard deviation {Number(column.Reference.StandardDeviation)} and {Number(column.Current.StandardDeviation)}.",
            picture.Edges,
            [.. picture.ReferenceCounts.Select(count => Share(count, n))],
            [.. picture.CurrentCounts.Select(count => Share(count, m))]
        )
        {
            OutsideNote = outside,
        };
    }

    private static CategoryChart Categories(ColumnDrift column)
    {
        // What changed most must be in the picture, so bins are chosen by the larger share of the two sides.
        var bins = column.Bins.Where(bin => bin.ReferenceCount + bin.CurrentCount > 0).ToList();
        var shown =
            bins.Count <= MostCategories
                ? bins
                :
                [
                    .. bins.OrderByDescending(bin => Math.Max(bin.ReferenceShare, bin.CurrentShare))
                        .Take(MostCategories - 1),
                ];
        List<(string Label, double Reference, double Current)> rows =
        [
            .. shown.Select(bin => (bin.Label, bin.ReferenceShare, bin.CurrentShare)),
        ];
        if (shown.Count < bins.Count)
        {
            rows.Add(
                (
                    $"{bins.Count - shown.Count} others",
                    Math.Max(0, 1 - rows.Sum(row => row.Reference)),
                    Math.Max(0, 1 - rows.Sum(row => row.Current))
                )
            );
        }

        return new CategoryChart(
            Title(column),
            column.Reason,
            [.. rows.Select(row => row.Label)],
            [.. rows.Select(row => row.Reference)],
            [.. rows.Select(row => row.Current)]
        );
    }

    private static string Title(ColumnDrift column) => column.Name;

    private static double Share(long count, long of) => of == 0 ? 0 : (double)count / of;

    private static string Number(double value) => ReportFormat.Number(value);
}
