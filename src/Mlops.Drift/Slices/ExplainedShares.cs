using Mlops.Data.Profiles;

namespace Mlops.Drift.Slices;

/// <summary>How much of the whole's change of a column's values comes of each slice.</summary>
/// <remarks>
/// With Δ the change of the shares of the whole's bins and c_s what slice s brings to it (Δ = Σ c_s), its share is
/// Σ Δ c_s / p over Σ Δ² / p, p being the mean of both sides' shares: the projection on the change, in the metric that the Jensen-Shannon
/// divergence has for small changes.
/// </remarks>
internal static class ExplainedShares
{
    public static double Of(
        ColumnProfile wholeReference,
        ColumnProfile wholeCurrent,
        ColumnProfile reference,
        ColumnProfile current
    )
    {
        double n = wholeReference.PresentCount,
            m = wholeCurrent.PresentCount;
        if (n == 0 || m == 0)
        {
            return double.NaN;
        }

        var labels = Labels(wholeReference, wholeCurrent);
        long[] a = Counts(wholeReference, labels),
            b = Counts(wholeCurrent, labels),
            c = Counts(reference, labels),
            d = Counts(current, labels);
        double all = 0,
            part = 0;
        for (var k = 0; k < a.Length; k++)
        {
            double middle = ((a[k] / n) + (b[k] / m)) / 2,
                change = (b[k] / m) - (a[k] / n);
            if (middle > 0)
            {
                all += change * change / middle;
                part += change * ((d[k] / m) - (c[k] / n)) / middle;
            }
        }

        return all > 0 ? part / all : double.NaN;
    }

    private static string[] Labels(ColumnProfile reference, ColumnProfile current) =>
        (reference, current) is (CategoryColumnProfile a, CategoryColumnProfile b)
            ?
            [
                .. a
                    .Categories.Select(category => category.Category)
                    .Union(b.Categories.Select(category => category.Category)),
            ]
            : [];

    private static long[] Counts(ColumnProfile profile, string[] labels) =>
        profile is NumericColumnProfile numbers
            ? numbers.Binning.SumValueBins(numbers.Cells)
            : [.. labels.Select(((CategoryColumnProfile)profile).CountOf)];
}
