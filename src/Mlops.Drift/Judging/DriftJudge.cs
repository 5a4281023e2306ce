using Mlops.Data.Profiles;
using Mlops.Statistics.Equivalence;
using Mlops.Statistics.MultipleTesting;

namespace Mlops.Drift.Judging;

/// <summary>Judges columns together, and the data set by them.</summary>
internal static class DriftJudge
{
    /// <summary>A report names this many categories of a column; the rest share one line.</summary>
    private const int MostBins = 100;

    public static IReadOnlyList<ColumnDrift> Judge(IReadOnlyList<ColumnEvidence> columns, DriftOptions options)
    {
        var judged = new ColumnDrift[columns.Count];
        // Features, labels and predictions are separate families: many features must not hide a drifted label.
        foreach (var role in columns.Select((column, i) => (column, i)).GroupBy(pair => pair.column.Definition.Role))
        {
            (ColumnEvidence Column, int Index)[] family = [.. role];
            var drift = Adjust(family, test => test.DriftPValue);
            var detection = Adjust(family, test => test.DetectionPValue);
            foreach (var (column, index) in family)
            {
                DriftComponent[] components =
                [
                    .. column.Tests.Select(pair =>
                        Component(
                            pair.Kind,
                            pair.Test,
                            drift.GetValueOrDefault((index, pair.Kind), double.NaN),
                            detection.GetValueOrDefault((index, pair.Kind), double.NaN),
                            options
                        )
                    ),
                ];
                judged[index] = Column(column, components, options);
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
        Func<EquivalenceResult, double> pValue
    )
    {
        ((int Index, ComponentKind Kind) Key, double P)[] tests =
        [
            .. family.SelectMany(member =>
                member
                    .Column.Tests.Where(pair => pair.Test.Status == ResultStatus.Ok)
                    .Select(pair => ((member.Index, pair.Kind), pValue(pair.Test)))
            ),
        ];
        var adjusted = new double[tests.Length];
        if (tests.Length > 0)
        {
            BenjaminiHochberg.Adjust([.. tests.Select(test => test.P)], adjusted);
        }

        return tests.Select((test, i) => (test.Key, adjusted[i])).ToDictionary(pair => pair.Key, pair => pair.Item2);
    }

    private static DriftComponent Component(
        ComponentKind kind,
        EquivalenceResult test,
        double adjustedDrift,
        double adjustedDetection,
        DriftOptions options
    )
    {
        Verdict? verdict =
            test.Status != ResultStatus.Ok ? null
            : adjustedDrift <= options.FalseDiscoveryRate ? Verdict.Fail
            : test.SamePValue <= options.EquivalenceLevel && test.EffectiveSize >= options.MinimumEffectiveSize
                ? Verdict.Pass
            : Verdict.Inconclusive;
        return new DriftComponent(
            kind,
            test,
            adjustedDrift,
            adjustedDetection,
            verdict,
            adjustedDetection <= options.FalseDiscoveryRate
        );
    }

    private static ColumnDrift Column(ColumnEvidence evidence, DriftComponent[] components, DriftOptions options)
    {
        var verdicts = components.Select(component => component.Verdict).OfType<Verdict>().ToList();
        var verdict =
            evidence.Status != ResultStatus.Ok || verdicts.Contains(Verdict.Fail) ? Verdict.Fail
            : verdicts.Count > 0 && verdicts.TrueForAll(each => each == Verdict.Pass) ? Verdict.Pass
            : Verdict.Inconclusive;
        var settling = verdict == Verdict.Inconclusive ? Settling(components, options) : null;
        var schema = evidence.Definition.Schema;
        return new ColumnDrift
        {
            Name = schema.Name,
            Kind = schema.Kind,
            Role = evidence.Definition.Role,
            IsProtected = schema.IsProtected,
            Verdict = verdict,
            Status = evidence.Status,
            Reason = ColumnReason.Of(evidence, verdict, components, settling),
            Components = components,
            Bound = evidence.Bound,
            Reference = ColumnSummary.Of(evidence.Reference),
            Current = ColumnSummary.Of(evidence.Current),
            Bins = Bins(evidence.Bins),
            Picture = Picture(evidence),
            Novelty = Novelty(evidence),
            Settling = settling,
        };
    }

    // The column is settled when its last component is: the one that needs most rows.
    private static EquivalencePlan? Settling(DriftComponent[] components, DriftOptions options) =>
        components
            .Where(component => component.Verdict == Verdict.Inconclusive)
            .Select(component =>
                EquivalencePlanning.RowsToSettle(
                    component.Test,
                    options.EquivalenceLevel,
                    minimumEffectiveSize: options.MinimumEffectiveSize
                )
            )
            .OrderByDescending(plan => plan.Status)
            .ThenByDescending(plan => plan.EffectiveSize)
            .FirstOrDefault();

    private static BinComparison[] Bins(ValueBins bins)
    {
        var (n, m) = (bins.Reference.Sum(), bins.Current.Sum());
        BinComparison[] all = [.. bins.Labels.Select((label, i) => Bin(label, bins.Reference[i], bins.Current[i]))];
        if (all.Length <= MostBins)
        {
            return all;
        }

        var kept = all.OrderByDescending(bin => Math.Max(bin.ReferenceShare, bin.CurrentShare))
            .Take(MostBins - 1)
            .ToHashSet();
        var rest = all.Where(bin => !kept.Contains(bin)).ToList();
        return
        [
            .. all.Where(kept.Contains),
            Bin(
                $"{rest.Count} other categories",
                rest.Sum(bin => bin.ReferenceCount),
                rest.Sum(bin => bin.CurrentCount)
            ),
        ];

        BinComparison Bin(string label, long a, long b) =>
            new(label, a, b, n == 0 ? 0 : (double)a / n, m == 0 ? 0 : (double)b / m);
    }

    private static NoveltyShares? Novelty(ColumnEvidence evidence)
    {
        var (n, m) = (evidence.Reference.PresentCount, evidence.Current.PresentCount);
        if (n == 0 || m == 0)
        {
            return null;
        }

        var (expected, current) = ComponentTests.NovelCounts(evidence.Reference, evidence.Current);
        return new NoveltyShares((double)expected / n, (double)current / m);
    }

    private static DistributionPicture? Picture(ColumnEvidence evidence)
    {
        if (
            evidence.Reference
            is not NumericColumnProfile { Binning: { PictureEdges.IsEmpty: false } binning } reference
        )
        {
            return null;
        }

        var current = (NumericColumnProfile)evidence.Current;
        var (a, b) = (binning.SumPicture(reference.Cells), binning.SumPicture(current.Cells));
        return new DistributionPicture(
            [.. binning.PictureEdges],
            [.. a],
            [.. b],
            reference.PresentCount - a.Sum(),
            current.PresentCount - b.Sum()
        );
    }

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
