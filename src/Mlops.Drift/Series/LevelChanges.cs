using Mlops.Data;
using Mlops.Statistics.Equivalence;
using Mlops.Statistics.MultipleTesting;

namespace Mlops.Drift.Series;

/// <summary>Compares each window with the one before, column by column, over the baseline's bins.</summary>
internal static class LevelChanges
{
    // From so many bins on, a report gathers the rest in a line whose name says how many they are.
    private const int GatheredBins = 100;

    public static IReadOnlyList<LevelChange>[] Of(
        IReadOnlyList<WindowDrift> windows,
        string[] columns,
        DriftSeriesOptions options
    )
    {
        List<(int Column, int Window, EquivalenceResult Test)> tests = [];
        for (var k = 0; k < columns.Length; k++)
        {
            for (var w = 1; w < windows.Count; w++)
            {
                tests.Add((k, w, Compare(windows[w - 1].Report[columns[k]], windows[w].Report[columns[k]])));
            }
        }

        var answered = tests.FindAll(test => test.Test.Status == ResultStatus.Ok);
        var adjusted = new double[answered.Count];
        PValueAdjustment.Adjust([.. answered.Select(test => test.Test.DriftPValue)], options.Adjustment, adjusted);
        var byTest = answered
            .Zip(adjusted)
            .ToDictionary(pair => (pair.First.Column, pair.First.Window), pair => pair.Second);
        return
        [
            .. columns.Select(
                (_, k) =>
                    (IReadOnlyList<LevelChange>)
                        [
                            .. tests
                                .Where(test => test.Column == k)
                                .Select(test =>
                                {
                                    var p = byTest.GetValueOrDefault((k, test.Window), double.NaN);
                                    return new LevelChange(test.Window, test.Test, p, p <= options.FalseDiscoveryRate);
                                }),
                        ]
            ),
        ];
    }

    private static EquivalenceResult Compare(ColumnDrift before, ColumnDrift after)
    {
        var (a, b) = Aligned(before.Bins, after.Bins);
        var options = new EquivalenceOptions
        {
            Bound = before.Bound.Distance,
            DesignEffect = Math.Max(DesignOf(before), DesignOf(after)),
        };
        if (a.Length > 2 && a.Sum() > 0 && b.Sum() > 0)
        {
            var groups = before.Kind == ColumnKind.Number ? BinPooling.Ordered(a, b) : BinPooling.Unordered(a, b);
            (a, b) = (BinPooling.Sum(a, groups), BinPooling.Sum(b, groups));
        }

        return EquivalenceTest.Evaluate(a, b, options);
    }

    // What was found of each window against the reference: for two windows the larger of both, which errs on the safe side.
    private static double DesignOf(ColumnDrift drift) =>
        drift.Component(ComponentKind.Value)?.Test.Options.DesignEffect ?? 1;

    private static (long[] Before, long[] After) Aligned(
        IReadOnlyList<BinComparison> before,
        IReadOnlyList<BinComparison> after
    )
    {
        var isGathered = before.Count >= GatheredBins || after.Count >= GatheredBins;
        var labels = before.Select(bin => bin.Label).Union(after.Select(bin => bin.Label)).ToList();
        var (a, b) = (Counts(before), Counts(after));
        var kept = labels.FindAll(label => !isGathered || (a.ContainsKey(label) && b.ContainsKey(label)));
        kept.RemoveAll(label => a.GetValueOrDefault(label) + b.GetValueOrDefault(label) == 0);
        List<long> left = [.. kept.Select(label => a.GetValueOrDefault(label))],
            right = [.. kept.Select(label => b.GetValueOrDefault(label))];
        var (restBefore, restAfter) = (a.Values.Sum() - left.Sum(), b.Values.Sum() - right.Sum());
        if (restBefore + restAfter > 0 || left.Count == 0)
        {
            left.Add(restBefore);
            right.Add(restAfter);
        }

        return ([.. left], [.. right]);
    }

    private static Dictionary<string, long> Counts(IReadOnlyList<BinComparison> bins)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var bin in bins)
        {
            counts[bin.Label] = counts.GetValueOrDefault(bin.Label) + bin.CurrentCount;
        }

        return counts;
    }
}
