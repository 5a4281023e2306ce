using Mlops.Data.Quality.Representativeness;
using Mlops.Reporting;
using Mlops.Reporting.Blocks;

namespace Mlops.Data.Quality.Exploration;

/// <summary>The part of the document on representativeness.</summary>
internal static class PopulationSections
{
    private const int MostGroups = 30;

    public static IEnumerable<ReportBlock> Of(ExplorationReport report)
    {
        var answered = report.Representativeness.Where(result => result.Groups.Count > 0).ToList();
        if (answered.Count == 0)
        {
            yield break;
        }

        yield return new HeadingBlock(2, "Against the population");
        yield return new TextBlock(
            "The declared shares of each group beside the observed ones. Weighted by the group's weight, rows have the population's shares; what that costs is the effective number of rows (Kish's)."
        );
        foreach (var result in answered)
        {
            yield return Chart(result);
            yield return Table(result);
        }
    }

    private static CategoryChart Chart(RepresentativenessResult result)
    {
        var groups = result.Groups.Take(MostGroups).ToList();
        return new CategoryChart(
            result.Population.Name,
            $"The share of each group of {result.Population.Name}: declared as reference, observed as current.",
            [.. groups.Select(group => group.Name)],
            [.. groups.Select(group => group.DeclaredShare)],
            [.. groups.Select(group => group.Observed.Value)]
        );
    }

    private static TableBlock Table(RepresentativenessResult result) =>
        new(
            $"{result.Population.Name}: {ReportFormat.Count(result.Groups.Sum(group => group.Observed.Count))} rows, worth {ReportFormat.Count((long)Math.Round(result.EffectiveCount))} when weighted; chi-square p {ReportFormat.PValue(result.GoodnessOfFit!.PValue)}.",
            [
                new TableColumn("Group"),
                new TableColumn("Declared", IsNumeric: true),
                new TableColumn("Observed", IsNumeric: true),
                new TableColumn("Interval"),
                new TableColumn("Weight", IsNumeric: true),
                new TableColumn("What it is"),
            ],
            [
                .. result
                    .Groups.Take(MostGroups)
                    .Select(group =>
                        (IReadOnlyList<TableCell>)
                            [
                                group.Name,
                                ReportFormat.Percent(group.DeclaredShare, 1),
                                ReportFormat.Percent(group.Observed.Value, 1),
                                $"{ReportFormat.Percent(group.Observed.Interval.Lower, 1)} to {ReportFormat.Percent(group.Observed.Interval.Upper, 1)}",
                                ReportFormat.Fixed(group.Weight, 2),
                                Judge(group),
                            ]
                    ),
            ]
        );

    private static string Judge(GroupRepresentation group) =>
        !group.IsDeclared ? "not declared"
        : group.IsMissing ? "missing"
        : !group.IsApart ? "as declared"
        : group.Observed.Value < group.DeclaredShare ? "too few"
        : "too many";
}
