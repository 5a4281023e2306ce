using Mlops.Data;
using Mlops.Data.Profiles;
using Mlops.Statistics.Compute;
using Mlops.Statistics.Equivalence;
using Mlops.Statistics.MultipleTesting;

namespace Mlops.Drift.Slices;

/// <summary>Gathers the comparisons of all slices, and judges them together.</summary>
internal sealed class SliceComparison(
    DriftBaseline baseline,
    DriftReport whole,
    DatasetProfile current,
    SliceDriftOptions options,
    ComputeContext? context
)
{
    private readonly List<SliceChange> _slices = [];
    private readonly List<SliceTest> _tests = [];

    public DriftReport Whole => whole;

    public void Add(SliceScheme scheme, Dataset reference, Dataset currentRows)
    {
        var (order, starts) = scheme.Group(scheme.Reference);
        var (currentOrder, currentStarts) = scheme.Group(scheme.Current);
        // In the order of the slices every slice is a view. The columns that cut are constant within, so that they are left out.
        var grouped = scheme.Columns.Aggregate(
            reference.Take(order),
            (data, column) => data.WithRole(column, ColumnRole.Excluded)
        );
        var currentGrouped = currentRows.Take(currentOrder);
        for (var s = 0; s < scheme.Names.Length; s++)
        {
            var (n, m) = (starts[s + 1] - starts[s], currentStarts[s + 1] - currentStarts[s]);
            if (n + m > 0)
            {
                Add(scheme, scheme.Names[s], grouped.Slice(starts[s], n), currentGrouped.Slice(currentStarts[s], m));
            }
        }
    }

    public IReadOnlyList<SliceChange> Judge()
    {
        var rate = whole.Options.FalseDiscoveryRate;
        foreach (var role in _tests.GroupBy(test => test.Drift.Role).ToList())
        {
            SliceTest[] family = [.. role.Where(test => !double.IsNaN(test.PValue))];
            var adjusted = SliceAdjustment.Adjust(
                [.. family.Select(test => test.Slice)],
                [.. family.Select(test => test.PValue)],
                options.ErrorControl,
                rate
            );
            for (var i = 0; i < family.Length; i++)
            {
                family[i].Adjusted = adjusted[i];
            }
        }

        var shares = SharePValues();
        var bySlice = _tests.ToLookup(test => test.Slice);
        return
        [
            .. _slices.Select(
                (slice, s) =>
                    slice with
                    {
                        ShareVerdict = ShareVerdict(slice.ShareTest, shares[s]),
                        Columns = [.. bySlice[s].GroupBy(test => test.Drift.Name).Select(Change)],
                    }
            ),
        ];
    }

    private void Add(SliceScheme scheme, string name, Dataset reference, Dataset currentRows)
    {
        var (n, m) = (reference.RowCount, currentRows.RowCount);
        var isLarge = Math.Min(n, m) >= options.MinimumRows;
        var index = _slices.Count;
        _slices.Add(
            new SliceChange
            {
                Name = name,
                SlicedBy = scheme.Columns,
                Status = isLarge ? ResultStatus.Ok : ResultStatus.TooFewRows,
                ReferenceRows = n,
                CurrentRows = m,
                ReferenceShare = (double)n / whole.Reference.RowCount,
                CurrentShare = (double)m / whole.Current.RowCount,
                ShareTest = EquivalenceTest.Evaluate(
                    [whole.Reference.RowCount - n, n],
                    [whole.Current.RowCount - m, m],
                    new EquivalenceOptions { Bound = whole.Options.Bound.Distance }
                ),
                ShareVerdict = Verdict.Inconclusive,
                Columns = [],
            }
        );
        if (!isLarge)
        {
            return;
        }

        // The verdict by size needs no values; without them the classical tests cost next to nothing.
        var report = DriftBaseline.Fit(reference, whole.Options, context).WithoutValues().Compare(currentRows, context);
        var (a, b) = (baseline.CreateProfile(), baseline.CreateProfile());
        a.Add(reference, context);
        b.Add(currentRows, context);
        foreach (var column in report.Columns)
        {
            var explained = ExplainedShares.Of(
                baseline.Profile[column.Name],
                current[column.Name],
                a[column.Name],
                b[column.Name]
            );
            _tests.AddRange(SliceTest.Of(index, column, explained));
        }
    }

    private double[] SharePValues()
    {
        int[] known =
        [
            .. Enumerable.Range(0, _slices.Count).Where(s => _slices[s].ShareTest.Status == ResultStatus.Ok),
        ];
        var adjusted = new double[known.Length];
        PValueAdjustment.Adjust(
            [.. known.Select(s => _slices[s].ShareTest.DriftPValue)],
            PValueAdjustmentMethod.BenjaminiHochberg,
            adjusted
        );
        var all = Enumerable.Repeat(double.NaN, _slices.Count).ToArray();
        for (var i = 0; i < known.Length; i++)
        {
            all[known[i]] = adjusted[i];
        }

        return all;
    }

    private Verdict ShareVerdict(EquivalenceResult test, double adjusted) =>
        adjusted <= whole.Options.FalseDiscoveryRate ? Verdict.Fail
        : IsSame(test) ? Verdict.Pass
        : Verdict.Inconclusive;

    private bool IsSame(EquivalenceResult test) =>
        test.SamePValue <= whole.Options.EquivalenceLevel && test.EffectiveSize >= whole.Options.MinimumEffectiveSize;

    private SliceColumnChange Change(IGrouping<string, SliceTest> tests)
    {
        var leading = tests
            .OrderBy(test => double.IsNaN(test.Adjusted) ? 2 : test.Adjusted)
            .ThenBy(test => double.IsNaN(test.PValue) ? 2 : test.PValue)
            .ThenByDescending(test => test.Component?.Test.Effect ?? 0)
            .First();
        var column = leading.Drift;
        var compared = tests.Where(test => test.Component is { Test.Status: ResultStatus.Ok }).ToList();
        return new SliceColumnChange
        {
            Column = column.Name,
            Role = column.Role,
            Verdict =
                leading.Adjusted <= whole.Options.FalseDiscoveryRate ? Verdict.Fail
                : compared.Count > 0 && compared.TrueForAll(test => IsSame(test.Component!.Test)) ? Verdict.Pass
                : Verdict.Inconclusive,
            WholeVerdict = whole[column.Name].Verdict,
            Status = column.Status,
            Component = leading.Component?.Kind ?? ComponentKind.Value,
            Test = leading.Component is { Test.Status: ResultStatus.Ok } component ? component.Test : null,
            AdjustedDriftPValue = leading.Adjusted,
            Explained = leading.Explained,
        };
    }
}
