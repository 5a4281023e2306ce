using Mlops.Data.Profiles;
using Mlops.Statistics.Equivalence;

namespace Mlops.Drift.Judging;

/// <summary>Tests the three components of a column against its bound.</summary>
internal static class ComponentTests
{
    public static IReadOnlyList<(ComponentKind Kind, EquivalenceResult Test)> Run(
        ColumnProfile reference,
        ColumnProfile current,
        ValueBins bins,
        double bound
    )
    {
        var twoSided = new EquivalenceOptions { Bound = bound };
        var increase = twoSided with { Alternative = EquivalenceAlternative.Increase };
        return
        [
            (
                ComponentKind.Value,
                EquivalenceTest.Evaluate(
                    bins.PooledReference,
                    bins.PooledCurrent,
                    twoSided with
                    {
                        DesignEffect = bins.DesignEffect,
                    }
                )
            ),
            (
                ComponentKind.Missingness,
                EquivalenceTest.Evaluate(
                    [reference.PresentCount, reference.MissingCount],
                    [current.PresentCount, current.MissingCount],
                    twoSided
                )
            ),
            (ComponentKind.Novelty, Novelty(reference, current, increase)),
        ];
    }

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
