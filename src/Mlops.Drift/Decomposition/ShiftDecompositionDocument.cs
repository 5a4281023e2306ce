using Mlops.Data;
using Mlops.Reporting;
using Mlops.Reporting.Blocks;

namespace Mlops.Drift.Decomposition;

/// <summary>Lays the parts of a shift out, in words first.</summary>
internal static class ShiftDecompositionDocument
{
    private const int MostInputs = 30;

    public static ReportDocument Of(ShiftDecomposition shift)
    {
        List<ReportBlock> blocks = [new VerdictBlock(shift.ConditionalVerdict, Summary(shift), Explanation(shift))];
        if (shift.LabelChange is not null)
        {
            blocks.Add(
                new TextBlock(
                    $"{ReportFormat.Count(shift.CurrentRows)} rows of “{shift.CurrentName}” with a label were compared with {ReportFormat.Count(shift.ReferenceRows)} of “{shift.ReferenceName}”."
                )
            );
        }

        if (shift.Inputs.Count > 0)
        {
            var shown = shift.Inputs.Take(MostInputs).ToList();
            blocks.Add(new HeadingBlock(2, "Did the inputs move?"));
            blocks.Add(
                Chart(
                    shift,
                    "The inputs' own change",
                    "The change of each input's distribution with its 90% interval; inputs that tell most of the label come first.",
                    [
                        .. shown.Select(input =>
                            Row(input.Column, input.Covariate.Effect, input.Covariate.Interval, input.CovariateVerdict)
                        ),
                    ]
                )
            );
            blocks.Add(new HeadingBlock(2, "Given an input, does the label behave as before?"));
            blocks.Add(
                Chart(
                    shift,
                    "The label's change given each input",
                    "The change of the label's distribution given each input, with its 90% interval.",
                    [
                        .. shown.Select(input =>
                            Row(
                                input.Column,
                                input.Conditional.Effect,
                                input.Conditional.Interval,
                                input.ConditionalVerdict
                            )
                        ),
                    ]
                )
            );
            blocks.Add(Tests(shift, shown));
            blocks.Add(new HeadingBlock(2, "What the label's change is made of"));
            blocks.Add(Parts(shift, shown));
        }

        blocks.Add(new HeadingBlock(2, "How to read this"));
        blocks.Add(
            new TextBlock(
                "The squared distance of input and label together is the sum of two squares: that of the input alone, and what the label adds given the input. Both are held against the tolerated change. Inputs are looked at one by one: given an input that tells little of the label, the label may seem to behave differently only because another input moved, so the verdict rests on the feature that tells most of the label in the reference. To pass, at least 90% of each side's rows must lie where both sides have rows to compare. Rows are taken to be independent."
            )
        );
        return new ReportDocument("What moved: the inputs, or the label given the inputs", blocks)
        {
            Subtitle = $"{shift.CurrentName}, compared with {shift.ReferenceName}",
            Verdict = shift.ConditionalVerdict,
        };
    }

    public static string Summary(ShiftDecomposition shift)
    {
        if (shift.Leading is not { } leading)
        {
            return shift.Status switch
            {
                ResultStatus.Absent when shift.Label.Length == 0 =>
                    "No column is a label, so that nothing can be told of the label's behaviour.",
                ResultStatus.Absent => $"The current data do not have the label {shift.Label}.",
                ResultStatus.Empty => "A side has no rows.",
                ResultStatus.AllMissing => $"A side has no values of the label {shift.Label}.",
                _ => "There is no feature to look through.",
            };
        }

        var inputs = shift.CovariateVerdict switch
        {
            Verdict.Fail => "The inputs moved",
            Verdict.Pass => "The inputs are as before",
            _ => "Whether the inputs moved can't be told",
        };
        return shift.ConditionalVerdict switch
        {
            Verdict.Pass => $"{inputs}; given {leading.Column}, {shift.Label} behaves as before.",
            Verdict.Fail =>
                $"{inputs}, {(shift.CovariateVerdict == Verdict.Fail ? "and" : "but")} given {leading.Column}, {shift.Label} behaves differently: what a model has learnt from the reference no longer holds.",
            _ => $"{inputs}; whether {shift.Label} behaves as before given {leading.Column} can't be told.",
        };
    }

    private static string Explanation(ShiftDecomposition shift)
    {
        if (shift.Leading is not { } leading)
        {
            return "";
        }

        var moved = shift
            .Inputs.Where(input => input is { Role: ColumnRole.Feature, CovariateVerdict: Verdict.Fail })
            .Select(input => input.Column)
            .ToList();
        var which =
            moved.Count == 0
                ? ""
                : $" Moved: {string.Join(", ", moved.Take(5))}{(moved.Count > 5 ? $" and {moved.Count - 5} more" : "")}.";
        return $"{leading.Column} is the feature that tells most of {shift.Label} in the reference ({ReportFormat.Percent(leading.Information, 0)} of its uncertainty). {shift.Label} itself: {shift.LabelVerdict}, effect {ReportFormat.Number(shift.LabelChange!.Effect, 2)}.{which}";
    }

    private static IntervalChart Chart(
        ShiftDecomposition shift,
        string title,
        string description,
        IReadOnlyList<IntervalRow> rows
    ) =>
        new(
            title,
            description,
            "effect: Jensen-Shannon distance, 0 (the same) to 1 (nothing in common)",
            shift.Options.Bound.Distance,
            "tolerated",
            rows
        );

    private static IntervalRow Row(string label, double effect, ConfidenceInterval interval, Verdict verdict) =>
        double.IsNaN(effect)
            ? new(label, double.NaN, double.NaN, double.NaN, verdict, "not defined")
            : new(label, effect, interval.Lower, interval.Upper, verdict);

    private static TableBlock Tests(ShiftDecomposition shift, List<InputShift> inputs) =>
        new(
            $"Every input, those that tell most of {shift.Label} first. p(any) is that of any change given the input; p(direction) is Cochran, Mantel and Haenszel's, which sees differences that go one way.",
            [
                new("input"),
                new("tells of the label", true),
                new("its own change"),
                new("label given it"),
                new("p(any)", true),
                new("p(direction)", true),
                new("rows compared", true),
            ],
            [
                .. inputs.Select(input =>
                    (IReadOnlyList<TableCell>)
                        [
                            input.Role == ColumnRole.Prediction ? $"{input.Column} (prediction)" : input.Column,
                            ReportFormat.Percent(input.Information),
                            new TableCell("", input.CovariateVerdict),
                            new TableCell("", input.ConditionalVerdict),
                            ReportFormat.PValue(input.Conditional.DetectionPValue),
                            ReportFormat.PValue(input.Directional.PValue),
                            ReportFormat.Percent(
                                Math.Min(
                                    input.Conditional.ComparedReferenceShare,
                                    input.Conditional.ComparedCurrentShare
                                ),
                                0
                            ),
                        ]
                ),
            ]
        );

    private static TableBlock Parts(ShiftDecomposition shift, List<InputShift> inputs)
    {
        var result = inputs[0].LabelChange;
        var what = shift.LabelClass.Length > 0 ? $"share of rows with {shift.LabelClass}" : $"mean of {shift.Label}";
        return new TableBlock(
            $"The {what} went from {ReportFormat.Number(result.ReferenceMean)} to {ReportFormat.Number(result.CurrentMean)}, a change of {MeanDecompositionDocument.Signed(result.Change.Estimate)}. For each input: what comes of the input's distribution, and what of the label's behaviour given the input; both add up to the change.",
            [
                new("input"),
                new("by the input", true),
                new("90% interval", true),
                new("given the input", true),
                new("90% interval", true),
                new("p(given)", true),
            ],
            [.. inputs.Select(Part)]
        );
    }

    private static IReadOnlyList<TableCell> Part(InputShift input)
    {
        var (composition, within) = (input.LabelChange.Composition, input.LabelChange.Within);
        return
        [
            input.Column,
            MeanDecompositionDocument.Signed(composition.Estimate),
            MeanDecompositionDocument.Range(composition.Interval),
            MeanDecompositionDocument.Signed(within.Estimate),
            MeanDecompositionDocument.Range(within.Interval),
            ReportFormat.PValue(within.PValue),
        ];
    }
}
