using Mlops.Reporting;
using Mlops.Statistics.Equivalence;

namespace Mlops.Drift.Judging;

/// <summary>Says a column's verdict in one plain sentence.</summary>
internal static class ColumnReason
{
    private const string SketchLimit =
        "Part of that is the error of a sketch: profile the data with the baseline's bins to be rid of it.";

    public static string Of(
        ColumnEvidence evidence,
        Verdict verdict,
        DriftComponent[] components,
        EquivalencePlan? settling
    )
    {
        if (evidence.Status != ResultStatus.Ok)
        {
            return evidence.StructuralReason;
        }

        return verdict switch
        {
            Verdict.Fail => string.Join(
                " ",
                components
                    .Where(component => component.Verdict == Verdict.Fail)
                    .Select(component => Failed(evidence, component))
            ),
            Verdict.Pass => Passed(evidence, components),
            _ => Undecided(evidence, components, settling),
        };
    }

    /// <summary>The rows that would settle an inconclusive column, in words; empty when no plan is known.</summary>
    public static string Rows(EquivalencePlan? settling) =>
        settling switch
        {
            { Status: EquivalencePlanStatus.TooNearTheBound } =>
                "The change is so close to what is tolerated that no practical number of rows would settle it.",
            { CurrentRows: { } rows } => $"About {ReportFormat.Count(rows)} current rows would settle it.",
            { RowsPerSide: { } rows } => $"About {ReportFormat.Count(rows)} rows on each side would settle it.",
            _ => "",
        };

    private static string Failed(ColumnEvidence evidence, DriftComponent component)
    {
        var test = component.Test;
        var size =
            $"effect {ReportFormat.Number(test.Effect, 2)} where {ReportFormat.Number(test.Bound, 2)} is tolerated";
        return component.Kind switch
        {
            ComponentKind.Value when !evidence.IsJudgedByEffect => RuleReason.Failed(evidence),
            ComponentKind.Value => $"The values are distributed differently: {size}.",
            ComponentKind.Missingness =>
                $"Missing values went from {Percent(evidence.Reference.MissingCount, evidence.Reference.RowCount)} to {Percent(evidence.Current.MissingCount, evidence.Current.RowCount)}: {size}.",
            _ => Novel(evidence, size),
        };
    }

    private static string Novel(ColumnEvidence evidence, string size)
    {
        var (_, novel) = ComponentTests.NovelCounts(evidence.Reference, evidence.Current);
        var share = Percent(novel, evidence.Current.PresentCount);
        return evidence.Definition.Binning is { } binning
            ? $"{share} of the values lie outside {ReportFormat.Number(binning.LowerTail)} to {ReportFormat.Number(binning.UpperTail)}, which held 99.8% of the reference: {size}."
            : $"{share} of the values are of categories that the reference has never seen: {size}.";
    }

    private static string Passed(ColumnEvidence evidence, DriftComponent[] components)
    {
        if (!evidence.IsJudgedByEffect)
        {
            return RuleReason.Passed(evidence);
        }

        var detectable =
            components.Any(component => component.IsDetectable) || evidence.Detection.Any(test => test.IsDetectable);
        return detectable
            ? $"A change is detectable, and surely smaller than the tolerated {ReportFormat.Number(evidence.Bound.Distance, 2)}."
            : $"Any change is surely smaller than the tolerated {ReportFormat.Number(evidence.Bound.Distance, 2)}.";
    }

    private static string Undecided(ColumnEvidence evidence, DriftComponent[] components, EquivalencePlan? settling)
    {
        if (evidence.Current.RowCount == 0 || evidence.Reference.RowCount == 0)
        {
            return $"The {(evidence.Current.RowCount == 0 ? "current data have" : "reference has")} no rows, so nothing can be told.";
        }

        // The same component as ColumnDrift.Leading, so that sentence and table speak of one interval.
        var leading = components
            .Where(component => component.Verdict == Verdict.Inconclusive)
            .MaxBy(component => component.Test.Effect);
        if (leading is null)
        {
            return "No component can be compared, so nothing can be told.";
        }

        if (leading.Kind == ComponentKind.Value && !evidence.IsJudgedByEffect)
        {
            return RuleReason.Undecided(evidence);
        }

        var interval = leading.Test.Interval;
        var what = leading.Kind switch
        {
            ComponentKind.Value => "The change of the values",
            ComponentKind.Missingness => "The change of the missing share",
            _ => "The share of values new to the reference",
        };
        return $"{what} has an effect between {ReportFormat.Number(interval.Lower, 2)} and {ReportFormat.Number(interval.Upper, 2)}, so it can't be told from the tolerated {ReportFormat.Number(evidence.Bound.Distance, 2)}. {(leading.Kind == ComponentKind.Value && evidence.Bins.DesignEffect > 1 ? SketchLimit : Rows(settling))}".TrimEnd();
    }

    private static string Percent(long count, long of) => of == 0 ? "none" : ReportFormat.Percent((double)count / of);
}
