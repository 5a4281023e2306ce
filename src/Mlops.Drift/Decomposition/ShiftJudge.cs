using Mlops.Data;
using Mlops.Data.Profiles;
using Mlops.Statistics.Compute;
using Mlops.Statistics.Equivalence;
using Mlops.Statistics.MultipleTesting;
using Mlops.Statistics.Stratified;

namespace Mlops.Drift.Decomposition;

/// <summary>Computes and judges the parts of a change, input by input.</summary>
internal static class ShiftJudge
{
    /// <summary>The share of each side's rows that must be comparable before the label is said to behave as before.</summary>
    private const double LeastCompared = 0.9;

    public static ShiftDecomposition Judge(
        Dataset reference,
        Dataset current,
        DecompositionOptions options,
        DriftOptions drift,
        ComputeContext? context
    )
    {
        var columns =
            reference.Columns.Count == 0 ? [] : DatasetProfileDefinition.FromReference(reference, context).Columns;
        var label = LabelOf(reference, columns, options);
        var none = new ShiftDecomposition
        {
            Status = ResultStatus.Absent,
            Label = label ?? "",
            LabelClass = "",
            LabelChange = null,
            LabelVerdict = Verdict.Inconclusive,
            Inputs = [],
            ReferenceRows = 0,
            CurrentRows = 0,
            ReferenceName = reference.Name,
            CurrentName = current.Name,
            Options = drift,
        };
        if (label is null || !current.TryGetColumn(label, out var currentLabel))
        {
            return none;
        }

        var classes = RowGroups.OfLabel(reference[label], currentLabel);
        var inputs = columns
            .Where(column =>
                column.IsJudged
                && column.Role is ColumnRole.Feature or ColumnRole.Prediction
                && column.Schema.Name != label
                && current.TryGetColumn(column.Schema.Name, out _)
            )
            .ToList();
        var (a, b) = RowGroups.Cross(One(reference, current), classes);
        var rows = none with { ReferenceRows = a.Sum(), CurrentRows = b.Sum() };
        if (a.Sum() == 0 || b.Sum() == 0)
        {
            return rows with
            {
                Status =
                    reference.RowCount == 0 || current.RowCount == 0 ? ResultStatus.Empty : ResultStatus.AllMissing,
            };
        }

        var change = EquivalenceTest.Evaluate(Pooled(a, b).A, Pooled(a, b).B, Bound(drift, label));
        var (outcome, name) = Outcome(reference[label], currentLabel, classes, a, b);
        var shifts = new InputShift[inputs.Count];
        ParallelPieces.For(
            inputs.Count,
            context,
            (i, _) => shifts[i] = Shift(reference, current, inputs[i], classes, outcome, options, drift)
        );
        return rows with
        {
            Status = inputs.Count == 0 ? ResultStatus.Undefined : ResultStatus.Ok,
            LabelClass = name,
            LabelChange = change,
            LabelVerdict = Decide(change.DriftPValue, change.SamePValue, change.EffectiveSize, drift),
            Inputs =
            [
                .. Judged(shifts, drift)
                    .OrderByDescending(input => input.Information)
                    .ThenBy(input => input.Column, StringComparer.Ordinal),
            ],
        };
    }

    private static string? LabelOf(
        Dataset reference,
        IReadOnlyList<ProfiledColumn> columns,
        DecompositionOptions options
    )
    {
        if (options.Label is not { } named)
        {
            return columns
                .FirstOrDefault(column => column.Role == ColumnRole.Label && IsUsable(column.Schema.Kind))
                ?.Schema.Name;
        }

        return !reference.TryGetColumn(named, out var column)
                ? throw new ArgumentException($"The reference has no column '{named}'.", nameof(options))
            : IsUsable(column.Kind) ? named
            : throw new ArgumentException(
                $"Column '{named}' is of kind {column.Kind}; a label is of categories, booleans or numbers.",
                nameof(options)
            );
    }

    private static bool IsUsable(ColumnKind kind) =>
        kind is ColumnKind.Category or ColumnKind.Boolean or ColumnKind.Number;

    // A single group, so that the table's only row is the label's own distribution.
    private static RowGroups One(Dataset reference, Dataset current) =>
        RowGroups.Of(
            Column.Boolean("all", Enumerable.Repeat(false, reference.RowCount)),
            Column.Boolean("all", Enumerable.Repeat(false, current.RowCount)),
            DecompositionOptions.Default
        );

    private static InputShift Shift(
        Dataset reference,
        Dataset current,
        ProfiledColumn column,
        RowGroups classes,
        (double[] Reference, double[] Current) outcome,
        DecompositionOptions options,
        DriftOptions drift
    )
    {
        var name = column.Schema.Name;
        var known = classes.Count - 1;
        var groups = RowGroups.Of(reference[name], current[name], options);
        var (a, b) = RowGroups.Cross(groups, classes);
        var (strata, currentStrata) = Pooled(Sums(a, known), Sums(b, known));
        var (moments, currentMoments) = groups.Moments(outcome.Reference, outcome.Current);
        return new InputShift
        {
            Column = name,
            Role = column.Role,
            Information = SharedInformation.Of(a, known),
            Covariate = EquivalenceTest.Evaluate(strata, currentStrata, Bound(drift, name)),
            CovariateVerdict = Verdict.Inconclusive,
            Conditional = ConditionalEquivalence.Evaluate(a, b, known, Bound(drift, name)),
            ConditionalVerdict = Verdict.Inconclusive,
            Directional = CochranMantelHaenszel.Test(a, b, known),
            LabelChange = KitagawaDecomposition.Decompose(moments, currentMoments, options.ConfidenceLevel),
        };
    }

    // Of a number label the mean, of classes the share of the one that changed most.
    private static ((double[] Reference, double[] Current) Values, string Name) Outcome(
        Column reference,
        Column current,
        RowGroups classes,
        long[] a,
        long[] b
    )
    {
        if (reference is NumericColumn)
        {
            return (
                (MeanDecomposition.Values(reference), MeanDecomposition.Values(current.ConvertTo(ColumnKind.Number))),
                ""
            );
        }

        double n = a.Sum(),
            m = b.Sum();
        // Of two booleans the shares change alike, and true is the one that people ask about.
        var most =
            reference is BooleanColumn
                ? 1
                : Enumerable.Range(0, classes.Count - 1).MaxBy(k => Math.Abs((b[k] / m) - (a[k] / n)));
        return (classes.Indicators(most), classes.Names[most]);
    }

    private static IEnumerable<InputShift> Judged(InputShift[] shifts, DriftOptions drift)
    {
        foreach (var role in shifts.GroupBy(shift => shift.Role))
        {
            InputShift[] family = [.. role];
            var covariate = Adjusted(family, shift => shift.Covariate.DriftPValue, drift);
            var conditional = Adjusted(family, shift => shift.Conditional.DriftPValue, drift);
            for (var i = 0; i < family.Length; i++)
            {
                var (input, x, y) = (family[i], family[i].Covariate, family[i].Conditional);
                var verdict = Decide(conditional[i], y.SamePValue, y.EffectiveSize, drift);
                var isCompared = Math.Min(y.ComparedReferenceShare, y.ComparedCurrentShare) >= LeastCompared;
                yield return input with
                {
                    CovariateVerdict = Decide(covariate[i], x.SamePValue, x.EffectiveSize, drift),
                    ConditionalVerdict = verdict == Verdict.Pass && !isCompared ? Verdict.Inconclusive : verdict,
                };
            }
        }
    }

    private static double[] Adjusted(InputShift[] family, Func<InputShift, double> pValue, DriftOptions drift)
    {
        double[] all = [.. family.Select(pValue)];
        int[] known = [.. Enumerable.Range(0, all.Length).Where(i => !double.IsNaN(all[i]))];
        var adjusted = new double[known.Length];
        PValueAdjustment.Adjust([.. known.Select(i => all[i])], drift.Adjustment, adjusted);
        for (var i = 0; i < known.Length; i++)
        {
            all[known[i]] = adjusted[i];
        }

        return all;
    }

    private static Verdict Decide(double driftPValue, double samePValue, double effectiveSize, DriftOptions drift) =>
        driftPValue <= drift.FalseDiscoveryRate ? Verdict.Fail
        : samePValue <= drift.EquivalenceLevel && effectiveSize >= drift.MinimumEffectiveSize ? Verdict.Pass
        : Verdict.Inconclusive;

    private static EquivalenceOptions Bound(DriftOptions drift, string column) =>
        new() { Bound = drift.BoundOf(column).Distance };

    private static long[] Sums(long[] table, int classes)
    {
        var sums = new long[table.Length / Math.Max(1, classes)];
        for (var i = 0; i < table.Length; i++)
        {
            sums[i / classes] += table[i];
        }

        return sums;
    }

    private static (long[] A, long[] B) Pooled(long[] a, long[] b)
    {
        int[] used = [.. Enumerable.Range(0, a.Length).Where(i => a[i] + b[i] > 0)];
        long[] left = [.. used.Select(i => a[i])],
            right = [.. used.Select(i => b[i])];
        if (left.Length <= 2)
        {
            return left.Length == 0 ? ([0], [0]) : (left, right);
        }

        var groups = BinPooling.Unordered(left, right);
        return (BinPooling.Sum(left, groups), BinPooling.Sum(right, groups));
    }
}
