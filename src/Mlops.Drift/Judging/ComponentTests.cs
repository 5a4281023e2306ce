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
        var (novelReference, novelCurrent) = NovelCounts(reference, current);
        return
        [
            (ComponentKind.Value, EquivalenceTest.Evaluate(bins.PooledReference, bins.PooledCurrent, twoSided)),
            (
                ComponentKind.Missingness,
                EquivalenceTest.Evaluate(
                    [reference.PresentCount, reference.MissingCount],
                    [current.PresentCount, current.MissingCount],
                    twoSided
                )
            ),
            (
                ComponentKind.Novelty,
                EquivalenceTest.Evaluate(
                    [reference.PresentCount - novelReference, novelReference],
                    [current.PresentCount - novelCurrent, novelCurrent],
                    increase
                )
            ),
        ];
    }

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
}
