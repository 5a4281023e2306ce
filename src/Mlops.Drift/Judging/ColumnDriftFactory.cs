using Mlops.Data.Profiles;
using Mlops.Statistics.Equivalence;

namespace Mlops.Drift.Judging;

/// <summary>Puts together what a report says of a column, once its components are judged.</summary>
internal static class ColumnDriftFactory
{
    /// <summary>A report names this many categories of a column; the rest share one line.</summary>
    private const int MostBins = 100;

    public static ColumnDrift Create(ColumnEvidence evidence, DriftComponent[] components, DriftOptions options)
    {
        var verdicts = components.Select(component => component.Verdict).OfType<Verdict>().ToList();
        var verdict =
            evidence.Status != ResultStatus.Ok || verdicts.Contains(Verdict.Fail) ? Verdict.Fail
            : verdicts.Count > 0 && verdicts.TrueForAll(each => each == Verdict.Pass) ? Verdict.Pass
            : Verdict.Inconclusive;
        var settling = verdict == Verdict.Inconclusive ? Settling(evidence, components, options) : null;
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
            Rule = evidence.Rule,
            Tests = evidence.Detection,
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
    private static EquivalencePlan? Settling(
        ColumnEvidence evidence,
        DriftComponent[] components,
        DriftOptions options
    ) =>
        components
            .Where(component => component.Verdict == Verdict.Inconclusive && CanPlan(evidence, component))
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

    // More rows do not sharpen a sketch, and another rule has no such plan.
    private static bool CanPlan(ColumnEvidence evidence, DriftComponent component) =>
        component.Kind != ComponentKind.Value || (evidence.IsJudgedByEffect && evidence.Bins.DesignEffect == 1);

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
        if (n == 0 || m == 0 || !ComponentTests.CanCountNovelty(evidence.Reference, evidence.Current))
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
}
