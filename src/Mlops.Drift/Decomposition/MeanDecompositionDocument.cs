using Mlops.Reporting;
using Mlops.Reporting.Blocks;
using Mlops.Statistics.Stratified;

namespace Mlops.Drift.Decomposition;

/// <summary>Lays the decomposition of a mean out.</summary>
internal static class MeanDecompositionDocument
{
    private const int MostGroups = 30;

    public static ReportDocument Of(MeanDecomposition decomposition)
    {
        var result = decomposition.Result;
        List<ReportBlock> blocks = [new HeadingBlock(2, "What has changed"), new TextBlock(Headline(decomposition))];
        if (double.IsFinite(result.Change.Estimate))
        {
            blocks.Add(Parts(result));
            blocks.Add(PartsTable(result));
            blocks.Add(new HeadingBlock(2, $"By {decomposition.GroupedBy}"));
            blocks.Add(Groups(decomposition));
        }

        blocks.Add(new HeadingBlock(2, "How it is computed"));
        blocks.Add(
            new TextBlock(
                "The composition part is what the change of the groups' shares brings at the mean of their means before and now; the part within groups is what the change of their means brings at the mean of their shares (Kitagawa, Oaxaca and Blinder). They add up to the change exactly. Of a group that one side alone has, all is composition. It is an account, not a cause: other columns may stand behind both parts, and rows are taken to be independent."
            )
        );
        return new ReportDocument("Why the mean has changed", blocks)
        {
            Subtitle =
                $"{decomposition.Outcome} by {decomposition.GroupedBy}; {decomposition.CurrentName}, compared with {decomposition.ReferenceName}",
        };
    }

    public static string Headline(MeanDecomposition decomposition)
    {
        var result = decomposition.Result;
        return double.IsFinite(result.Change.Estimate)
            ? $"The mean of {decomposition.Outcome} went from {ReportFormat.Number(result.ReferenceMean)} to {ReportFormat.Number(result.CurrentMean)}, a change of {Signed(result.Change.Estimate)}: {Signed(result.Composition.Estimate)} because the groups of {decomposition.GroupedBy} are more or less frequent{Doubt(result.Composition)}, {Signed(result.Within.Estimate)} because the mean within them has changed{Doubt(result.Within)}."
            : $"The change of the mean of {decomposition.Outcome} is not defined: {(result.Status == ResultStatus.Infinite ? "values are infinite" : "a side has no values")}.";
    }

    internal static string Signed(double value) => $"{(value > 0 ? "+" : "")}{ReportFormat.Number(value, 3)}";

    internal static string Range(ConfidenceInterval interval) =>
        ReportFormat.Interval(interval.Lower, interval.Upper, 3);

    private static string Doubt(DecomposedPart part) => part.Interval.Contains(0) ? " (which may be chance)" : "";

    private static IntervalChart Parts(KitagawaResult result) =>
        new(
            "The change and its parts",
            $"The change of the mean and its two parts with their {ReportFormat.Percent(result.Change.Interval.Level, 0)} intervals; 0 is no change.",
            "change of the mean",
            0,
            "no change",
            [Row("change", result.Change), Row("composition", result.Composition), Row("within groups", result.Within)]
        );

    private static IntervalRow Row(string label, DecomposedPart part) =>
        double.IsFinite(part.StandardError)
            ? new(label, part.Estimate, part.Interval.Lower, part.Interval.Upper, null)
            : new(label, double.NaN, double.NaN, double.NaN, null, "too few rows");

    private static TableBlock PartsTable(KitagawaResult result) =>
        new(
            "The parts add up to the change.",
            [new("part"), new("estimate", true), new("standard error", true), new("interval", true), new("p", true)],
            [
                Cells("change", result.Change),
                Cells("composition", result.Composition),
                Cells("within groups", result.Within),
            ]
        );

    private static IReadOnlyList<TableCell> Cells(string label, DecomposedPart part) =>
        [
            label,
            Signed(part.Estimate),
            ReportFormat.Number(part.StandardError, 3),
            Range(part.Interval),
            ReportFormat.PValue(part.PValue),
        ];

    private static TableBlock Groups(MeanDecomposition decomposition)
    {
        var groups = decomposition.GroupNames.Zip(decomposition.Result.Groups).ToList();
        return new TableBlock(
            groups.Count > MostGroups
                ? $"The {MostGroups} groups that bring most, of {groups.Count}."
                : "Each group; what its share brings is counted from the mean of both sides.",
            [
                new("group"),
                new("share before", true),
                new("share now", true),
                new("mean before", true),
                new("mean now", true),
                new("composition", true),
                new("within", true),
            ],
            [
                .. groups
                    .OrderByDescending(pair => Math.Abs(pair.Second.Composition) + Math.Abs(pair.Second.Within))
                    .Take(MostGroups)
                    .Select(pair =>
                        (IReadOnlyList<TableCell>)
                            [
                                pair.First,
                                ReportFormat.Percent(pair.Second.ReferenceShare),
                                ReportFormat.Percent(pair.Second.CurrentShare),
                                ReportFormat.Number(pair.Second.ReferenceMean),
                                ReportFormat.Number(pair.Second.CurrentMean),
                                Signed(pair.Second.Composition),
                                Signed(pair.Second.Within),
                            ]
                    ),
            ]
        );
    }
}
