using Mlops.Data;
using Mlops.Drift.Slices;
using Mlops.Reporting.Rendering;
using Mlops.Statistics.Compute;

namespace Mlops.Drift.Tests.Slices;

public class SliceDriftTests
{
    [Fact]
    public void Compare_ASmallSliceThatMoves_IsFoundThoughTheWholePasses()
    {
        var report = SliceDrift.Compare(Data("then", 20_000, 1), Data("now", 20_000, 2, moved: ("d", 1.5)));

        Assert.Equal(Verdict.Pass, report.Whole["x"].Verdict);
        var (slice, column) = Assert.Single(report.Failed);
        Assert.Equal(("country = d", "x", true), (slice.Name, column.Column, column.IsHidden));
        Assert.True(column.Effect > 0.3 && column.AdjustedDriftPValue < 0.01);
        Assert.True(column.Explained > 0.8);
        Assert.Equal(Verdict.Fail, report.Verdict);
        Assert.Contains("country = d", report.ToString(), StringComparison.Ordinal);
        Assert.Contains("country = d", report.ToDocument().ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_SlicesThatMoveAgainstEachOther_AreFound()
    {
        var (a, b) = (Data("then", 20_000, 1), Data("now", 20_000, 2, moved: ("a", 0.8), other: ("b", -0.8)));

        var report = SliceDrift.Compare(a, b, new SliceDriftOptions { Columns = ["country"] });

        Assert.Equal(
            ["country = a", "country = b"],
            report.Failed.Select(pair => pair.Slice.Name).OrderBy(name => name, StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Compare_ExplainedShares_AddUpToOne()
    {
        var report = SliceDrift.Compare(
            Data("then", 5000, 1),
            Data("now", 5000, 2, moved: ("a", 0.8)),
            new SliceDriftOptions { Columns = ["country"], MinimumRows = 1 }
        );

        Assert.Equal(
            1,
            report.Slices.Sum(slice => slice.Columns.Single(column => column.Column == "x").Explained),
            1e-9
        );
        Assert.Equal(1, report.Slices.Sum(slice => slice.CurrentShare), 1e-12);
    }

    [Fact]
    public void Compare_NothingMoves_NothingFails()
    {
        var report = SliceDrift.Compare(Data("then", 20_000, 1), Data("now", 20_000, 2));

        Assert.Empty(report.Failed);
        Assert.NotEqual(Verdict.Fail, report.Verdict);
    }

    [Fact]
    public void Compare_AShareThatGrows_IsSaidOfTheSlice()
    {
        var reference = Data("then", 8000, 1);
        var current = Data("now", 8000, 2).Where(row => row.Index % 2 == 0 || row.Index % 10 == 3);

        var slice = SliceDrift
            .Compare(reference, current, new SliceDriftOptions { Columns = ["country"] })
            .Slices.Single(each => each.Name == "country = a");

        Assert.Equal(0.5, slice.ReferenceShare, 0.03);
        Assert.Equal(Verdict.Fail, slice.ShareVerdict);
    }

    [Fact]
    public void Compare_ProtectedColumns_AreTheDefault()
    {
        var reference = Data("then", 2000, 1).WithProtected("group");

        var report = SliceDrift.Compare(reference, Data("now", 2000, 2));

        Assert.Equal(["group"], report.Slices.SelectMany(slice => slice.SlicedBy).Distinct());
    }

    [Fact]
    public void Compare_NumbersAndPairs_AreCut()
    {
        var report = SliceDrift.Compare(
            Data("then", 8000, 1),
            Data("now", 8000, 2),
            new SliceDriftOptions { Columns = ["age", "group"], IncludePairs = true }
        );

        Assert.Equal(4, report.Slices.Count(slice => slice.SlicedBy is ["age"]));
        Assert.Equal(8, report.Slices.Count(slice => slice.SlicedBy.Count == 2));
        Assert.DoesNotContain(
            report.Slices.Where(slice => slice.SlicedBy.Count == 2).SelectMany(slice => slice.Columns),
            column => column.Column is "age" or "group"
        );
        Assert.All(
            report.Slices.Where(slice => slice.SlicedBy is ["age"]),
            s => Assert.Equal(0.25, s.ReferenceShare, 0.02)
        );
    }

    [Fact]
    public void Compare_TooManySlices_AreLeftOutAndSaid()
    {
        var report = SliceDrift.Compare(
            Data("then", 1000, 1),
            Data("now", 1000, 2),
            new SliceDriftOptions { Columns = ["country", "group"], MostSlices = 6 }
        );

        Assert.Contains("group", Assert.Single(report.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_AColumnConstantInASlice_FailsThere()
    {
        var reference = Data("then", 8000, 1);
        var broken = Data("now", 8000, 2);
        double[] x = [.. ((NumericColumn)broken["x"]).Values.ToArray()];
        for (var i = 0; i < x.Length; i++)
        {
            x[i] = ((CategoryColumn)broken["country"])[i] == "d" ? 0 : x[i];
        }

        var report = SliceDrift.Compare(
            reference,
            Dataset.FromColumns("now", [.. broken.Columns.Where(column => column.Name != "x"), Column.Number("x", x)]),
            new SliceDriftOptions { Columns = ["country"] }
        );

        var (slice, column) = Assert.Single(report.Failed);
        Assert.Equal(("country = d", ResultStatus.Constant), (slice.Name, column.Status));
    }

    [Fact]
    public void Compare_OneRowOrNone_MakesAReport()
    {
        var one = Data("then", 1, 1);
        var none = one.Slice(0, 0);
        var missing = Dataset.FromColumns("now", Column.Category("country", ["a", null]));

        foreach (
            var (a, b) in ((Dataset, Dataset)[])[(one, one), (one, none), (none, one), (none, none), (one, missing)]
        )
        {
            var report = SliceDrift.Compare(a, b, new SliceDriftOptions { Columns = ["country", "age"] });

            Assert.Equal(Verdict.Inconclusive, report.Verdict);
            Assert.NotEmpty(report.ToDocument().ToHtml());
            Assert.Equal(report.Slices.Count, report.ToChecks().Checks.Count);
        }
    }

    [Fact]
    public void Compare_AllMissingSlicingColumn_IsOneSlice()
    {
        var data = Dataset.FromColumns(
            "d",
            Column.Category("g", new string?[300]),
            Column.Number("x", Samples.Normal(300, 1))
        );

        var slice = Assert.Single(SliceDrift.Compare(data, data, new SliceDriftOptions { Columns = ["g"] }).Slices);

        Assert.Equal("g missing", slice.Name);
        Assert.Equal(1, slice.CurrentShare);
    }

    [Fact]
    public void Compare_WrongColumns_AreNamed()
    {
        var data = Data("d", 10, 1);

        Assert.Throws<ArgumentException>(() =>
            SliceDrift.Compare(data, data, new SliceDriftOptions { Columns = ["?"] })
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => new SliceDriftOptions { MinimumRows = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SliceDriftOptions { NumberBins = 1 });
    }

    [Fact]
    public void Compare_AnyNumberOfThreads_IsTheSame()
    {
        var (a, b) = (Data("then", 3000, 1), Data("now", 3000, 2, moved: ("b", 1)));

        var one = SliceDrift.Compare(a, b, context: new ComputeContext { MaxDegreeOfParallelism = 1 });
        var many = SliceDrift.Compare(a, b, context: new ComputeContext { MaxDegreeOfParallelism = 3 });

        Assert.Equal(one.ToDocument().ToHtml(), many.ToDocument().ToHtml());
    }

    [Fact]
    public void Adjust_SelectedSlices_IsBenjaminiAndBogomolovs()
    {
        // By hand: Simes 0.002, 0.5 and 0.03; BH of them 0.006, 0.5, 0.045: two of three are selected at 5%.
        int[] slices = [0, 0, 1, 1, 2, 2];
        double[] p = [0.001, 0.9, 0.25, 0.9, 0.015, 0.04];

        var adjusted = SliceAdjustment.Adjust(slices, p, SliceErrorControl.SelectedSlices, 0.05);

        Assert.Equal([0.006, 1, 0.75, 1, 0.045, 0.06], adjusted.Select(value => Math.Round(value, 12)));
    }

    /// <summary>Slices whose shift is exactly as large as tolerated: any failure at all is about as seldom as stated.</summary>
    [Theory]
    [InlineData(SliceErrorControl.SelectedSlices)]
    [InlineData(SliceErrorControl.BenjaminiYekutieli)]
    public void Compare_AtTheBound_SeldomFails(SliceErrorControl control)
    {
        const int repeats = 15;
        var shift = Statistics.Equivalence.EffectBound.Equivalents(0.1).Shift;
        var failed = 0;
        for (var r = 0; r < repeats; r++)
        {
            var report = SliceDrift.Compare(
                Rows("then", 10 + r, 0),
                Rows("now", 500 + r, shift),
                new SliceDriftOptions { Columns = ["g"], ErrorControl = control }
            );
            failed += report.Failed.Count > 0 ? 1 : 0;
        }

        Assert.InRange(failed, 0, 4);

        static Dataset Rows(string name, int seed, double by) =>
            Dataset.FromColumns(
                name,
                Column.Category("g", Enumerable.Range(0, 2400).Select(i => $"g{i % 8}")),
                Column.Number("x", Samples.Normal(2400, seed, by)),
                Column.Number("y", Samples.Normal(2400, seed + 2000, by))
            );
    }

    private static Dataset Data(
        string name,
        int rows,
        int seed,
        (string Country, double By) moved = default,
        (string Country, double By) other = default
    )
    {
        string[] countries =
        [
            .. Enumerable
                .Range(0, rows)
                .Select(i =>
                    i % 2 == 0 ? "a"
                    : i % 10 == 3 ? "d"
                    : i % 4 == 1 ? "b"
                    : "c"
                ),
        ];
        var x = Samples.Normal(rows, seed);
        for (var i = 0; i < rows; i++)
        {
            x[i] +=
                countries[i] == moved.Country ? moved.By
                : countries[i] == other.Country ? other.By
                : 0;
        }

        return Dataset.FromColumns(
            name,
            Column.Category("country", countries),
            Column.Boolean("group", Enumerable.Range(0, rows).Select(i => i % 3 == 0)),
            Column.Number("age", Samples.Normal(rows, seed + 50, 40, 10)),
            Column.Number("x", x)
        );
    }
}
