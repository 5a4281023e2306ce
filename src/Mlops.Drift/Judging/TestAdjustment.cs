using Mlops.Drift.Detection;
using Mlops.Statistics.MultipleTesting;

namespace Mlops.Drift.Judging;

/// <summary>Adjusts the p-values of each test over the columns of a role.</summary>
internal static class TestAdjustment
{
    /// <summary>The same tests, adjusted, in the same order.</summary>
    public static IReadOnlyList<ColumnTest>[] Adjust(IReadOnlyList<ColumnTest>[] columns, DriftOptions options)
    {
        ColumnTest[][] adjusted = [.. columns.Select(tests => tests.ToArray())];
        foreach (var id in ColumnTestCatalogue.All.Where(test => test.HasPValue).Select(test => test.Id))
        {
            (int Column, int Test)[] members =
            [
                .. adjusted.SelectMany(
                    (tests, column) =>
                        Enumerable
                            .Range(0, tests.Length)
                            .Where(i => tests[i].Id == id && tests[i].Status == ResultStatus.Ok)
                            .Select(i => (column, i))
                ),
            ];
            var pValues = new double[members.Length];
            PValueAdjustment.Adjust(
                [.. members.Select(member => adjusted[member.Column][member.Test].PValue)],
                options.Adjustment,
                pValues
            );
            foreach (var ((column, test), p) in members.Zip(pValues))
            {
                ref var entry = ref adjusted[column][test];
                entry = entry with
                {
                    AdjustedPValue = p,
                    IsDetectable = p <= options.FalseDiscoveryRate && entry.Precision != TestPrecision.Optimistic,
                };
            }
        }

        return adjusted;
    }
}
