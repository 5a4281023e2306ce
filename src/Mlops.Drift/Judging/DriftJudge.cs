using Mlops.Statistics.Equivalence;
using Mlops.Statistics.MultipleTesting;

namespace Mlops.Drift.Judging;

/// <summary>Judges columns together, and the data set by them.</summary>
internal static class DriftJudge
{
    public static IReadOnlyList<ColumnDrift> Judge(IReadOnlyList<ColumnEvidence> columns, DriftOptions options)
    {
        var judged = new ColumnDrift[columns.Count];
        // Features, labels and predictions are separate families: many features must not hide a drifted label.
        foreach (var role in columns.Select((column, i) => (column, i)).GroupBy(pair => pair.column.Definition.Role))
        {
            (ColumnEvidence Column, int Index)[] family = [.. role];
            var drift = Adjust(family, test => test.DriftPValue, options, isDecision: true);
            var detection = Adjust(family, test => test.DetectionPValue, options, isDecision: false);
            var tests = TestAdjustment.Adjust([.. family.Select(member => member.Column.Detection)], options);
            foreach (var ((evidence, index), adjusted) in family.Zip(tests))
            {
                var column = evidence with { Detection = adjusted };
                DriftComponent[] components =
                [
                    .. column.Tests.Select(pair =>
                        Component(
                            pair.Kind,
                            pair.Test,
                            drift.GetValueOrDefault((index, pair.Kind), double.NaN),
                            detection.GetValueOrDefault((index, pair.Kind), double.NaN),
                            column,
                            options
                        )
                    ),
                ];
                judged[index] = ColumnDriftFactory.Create(column, components, options);
            }
        }

        return WithContributions(judged);
    }

    public static Verdict Overall(IReadOnlyList<ColumnDrift> columns, DriftOptions options)
    {
        var total = columns.Sum(column => options.ImportanceOf(column.Name));
        if (total <= 0)
        {
            return Verdict.Inconclusive;
        }

        var failed = Share(Verdict.Fail);
        var undecided = Share(Verdict.Inconclusive);
        return failed > options.TolerableFailedShare ? Verdict.Fail
            : failed + undecided <= options.TolerableFailedShare ? Verdict.Pass
            : Verdict.Inconclusive;

        double Share(Verdict verdict) =>
            columns.Where(column => column.Verdict == verdict).Sum(column => options.ImportanceOf(column.Name)) / total;
    }

    private static Dictionary<(int Index, ComponentKind Kind), double> Adjust(
        (ColumnEvidence Column, int Index)[] family,
        Func<EquivalenceResult, double> pValue,
        DriftOptions options,
        bool isDecision
    )
    {
        ((int Index, ComponentKind Kind) Key, double P)[] tests =
        [
            .. family.SelectMany(member =>
                member
                    .Column.Tests.Where(pair => pair.Test.Status == ResultStatus.Ok)
                    // What another rule decides takes nothing of the error rate that is shared here.
                    .Where(pair => !isDecision || pair.Kind != ComponentKind.Value || member.Column.IsJudgedByEffect)
                    .Select(pair => ((member.Index, pair.Kind), pValue(pair.Test)))
            ),
        ];
        var adjusted = new double[tests.Length];
        if (tests.Length > 0)
        {
            PValueAdjustment.Adjust([.. tests.Select(test => test.P)], options.Adjustment, adjusted);
        }

        return tests.Select((test, i) => (test.Key, adjusted[i])).ToDictionary(pair => pair.Key, pair => pair.Item2);
    }

    private static DriftComponent Component(
        ComponentKind kind,
        EquivalenceResult test,
        double adjustedDrift,
        double adjustedDetection,
        ColumnEvidence column,
        DriftOptions options
    )
    {
        var verdict =
            kind == ComponentKind.Value && !column.IsJudgedByEffect
                ? RuleVerdict.Of(column.Rule, column.Deciding)
                : BySize(test, adjustedDrift, options);
        return new DriftComponent(
            kind,
            test,
            adjustedDrift,
            adjustedDetection,
            verdict,
            adjustedDetection <= options.FalseDiscoveryRate
        );
    }

    private static Verdict? BySize(EquivalenceResult test, double adjustedDrift, DriftOptions options) =>
        test.Status != ResultStatus.Ok ? null
        : adjustedDrift <= options.FalseDiscoveryRate ? Verdict.Fail
        : test.SamePValue <= options.EquivalenceLevel && test.EffectiveSize >= options.MinimumEffectiveSize
            ? Verdict.Pass
        : Verdict.Inconclusive;

    private static ColumnDrift[] WithContributions(ColumnDrift[] columns)
    {
        double[] squared = [.. columns.Select(SquaredEffect)];
        var total = squared.Sum();
        return total > 0
            ? [.. columns.Select((column, i) => column with { Contribution = squared[i] / total })]
            : columns;
    }

    private static double SquaredEffect(ColumnDrift column) =>
        column
            .Components.Where(component => component.Verdict is not null)
            .Sum(component => component.Test.Effect * component.Test.Effect);
}
