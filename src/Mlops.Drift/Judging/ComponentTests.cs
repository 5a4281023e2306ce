using Mlops.Data.Profiles;
using Mlops.Drift.Dependence;
using Mlops.Statistics.Equivalence;

namespace Mlops.Drift.Judging;

/// <summary>Tests the three components of a column against its bound.</summary>
internal static class ComponentTests
{
    public static IReadOnlyList<(ComponentKind Kind, EquivalenceResult Test)> Run(
        ColumnProfile reference,
        ColumnProfile current,
        ValueBins bins,
        double bound,
        ColumnDesign referenceDesign,
        ColumnDesign currentDesign
    )
    {
        var twoSided = new EquivalenceOptions { Bound = bound };
        var increase = twoSided with { Alternative = EquivalenceAlternative.Increase };
        var present = (reference.PresentCount, current.PresentCount);
        return
        [
            (
                ComponentKind.Value,
                EquivalenceTest.Evaluate(
                    bins.PooledReference,
                    bins.PooledCurrent,
                    twoSided with
                    {
                        DesignEffect = bins.DesignEffect - 1 + Design(ComponentKind.Value, present),
                    }
                )
            ),
            (
                ComponentKind.Missingness,
                EquivalenceTest.Evaluate(
                    [reference.PresentCount, reference.MissingCount],
                    [current.PresentCount, current.MissingCount],
                    twoSided with
                    {
                        DesignEffect = Design(ComponentKind.Missingness, (reference.RowCount, current.RowCount)),
                    }
                )
            ),
            (
                ComponentKind.Novelty,
                Novelty(reference, current, increase with { DesignEffect = Design(ComponentKind.Novelty, present) })
            ),
        ];

        double Design(ComponentKind kind, (long Reference, long Current) rows) =>
            DesignOf(kind, rows.Reference, rows.Current, referenceDesign, currentDesign);
    }

    /// <summary>By what the effective size n m / (n + m) is divided, because rows depend on each other: N = 1 / (D/n + D'/m).</summary>
    public static double DesignOf(
        ComponentKind kind,
        double n,
        double m,
        ColumnDesign reference,
        ColumnDesign current
    ) => n == 0 || m == 0 ? 1 : ((reference.Of(kind) / n) + (current.Of(kind) / m)) / ((1 / n) + (1 / m));

    /// <summary>Whether what is new can be counted: a sketch sees neither a thousandth of the values nor every category.</summary>
    public static bool CanCountNovelty(ColumnProfile reference, ColumnProfile current) =>
        (reference, current) switch
        {
            (NumericColumnProfile a, NumericColumnProfile b) => a.CountVariance == 0 && b.CountVariance == 0,
            (CategoryColumnProfile a, CategoryColumnProfile b) => a.IsExact && b.IsExact,
            _ => false,
        };

    /// <summary>
    /// For numbers the rows outside the reference's tails. For categories the reference's singletons, which estimate the share
    /// of what it has never seen (Good, 1953), against the current rows of categories that it has never seen.
    /// </summary>
    public static (long Reference, long Current) NovelCounts(ColumnProfile reference, ColumnProfile current)
    {
        if (reference is NumericColumnProfile numeric)
        {
            var (below, above) = numeric.Binning.SumTails(numeric.Cells);
            var (currentBelow, currentAbove) = numeric.Binning.SumTails(((NumericColumnProfile)current).Cells);
            return (below + above, currentBelow + currentAbove);
        }

        var known = (CategoryColumnProfile)reference;
        var unseen = ((CategoryColumnProfile)current).Categories.Where(category =>
            known.CountOf(category.Category) == 0
        );
        return (known.SingletonCount, unseen.Sum(category => category.Count));
    }

    private static EquivalenceResult Novelty(ColumnProfile reference, ColumnProfile current, EquivalenceOptions options)
    {
        if (!CanCountNovelty(reference, current))
        {
            // A single bin: undefined, and it counts for nothing.
            return EquivalenceTest.Evaluate(
                [reference.PresentCount],
                [current.PresentCount],
                options with
                {
                    Alternative = EquivalenceAlternative.TwoSided,
                }
            );
        }

        var (novelReference, novelCurrent) = NovelCounts(reference, current);
        return EquivalenceTest.Evaluate(
            [reference.PresentCount - novelReference, novelReference],
            [current.PresentCount - novelCurrent, novelCurrent],
            options
        );
    }
}
