using Mlops.Reporting.Blocks;

namespace Mlops.Reporting.Rendering.Charts;

/// <summary>A category chart's bars as they are drawn: the first ones, and all beyond <see cref="Limit"/> as one.</summary>
internal static class CategoryBars
{
    /// <summary>More bars than this are not read as bars any more; the data table still has them all.</summary>
    public const int Limit = 25;

    public static IReadOnlyList<Bar> Of(CategoryChart chart)
    {
        var count = Math.Min(chart.Categories.Count, Math.Min(chart.ReferenceShares.Count, chart.CurrentShares.Count));
        var shown = count > Limit ? Limit - 1 : count;
        var bars = new List<Bar>(Limit);
        for (var i = 0; i < shown; i++)
        {
            bars.Add(new Bar(SafeText.OneLine(chart.Categories[i]), chart.ReferenceShares[i], chart.CurrentShares[i]));
        }

        if (shown < count)
        {
            var rest = Enumerable.Range(shown, count - shown).ToList();
            bars.Add(
                new Bar(
                    $"{ReportFormat.Count(rest.Count)} more",
                    rest.Sum(i => Length(chart.ReferenceShares[i])),
                    rest.Sum(i => Length(chart.CurrentShares[i]))
                )
            );
        }

        return bars;
    }

    /// <summary>How long a share's bar may be: nothing that is not a positive number has a length.</summary>
    public static double Length(double share) => double.IsFinite(share) && share > 0 ? share : 0;

    /// <summary>A pair of bars.</summary>
    internal readonly record struct Bar(string Label, double Reference, double Current);
}
