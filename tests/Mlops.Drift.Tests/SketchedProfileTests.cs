using Mlops.Data;
using Mlops.Data.Profiles;
using Mlops.Drift.Detection;
using Mlops.Statistics.TwoSample.Categorical;
using Mlops.Statistics.TwoSample.Distribution;

namespace Mlops.Drift.Tests;

public class SketchedProfileTests
{
    [Fact]
    public void Fit_FromAProfile_PassesWhatHasNotChanged()
    {
        var baseline = DriftBaseline.Fit(Sketch(Table(40_000, 1)), name: "monday");

        var report = baseline.Compare(Sketch(Table(40_000, 2)), "tuesday");

        Assert.Equal(Verdict.Pass, report.Verdict);
        Assert.Equal(["x", "flag", "city"], report.Columns.Select(column => column.Name));
        Assert.Equal("monday", report.Reference.Name);
        Assert.True(report["x"].Component(ComponentKind.Value)!.Test.EffectiveSize < 10_000);
        Assert.Null(report["x"].Component(ComponentKind.Novelty)!.Verdict);
        Assert.Null(report["x"].Novelty);
        Assert.Equal(TestPrecision.Bound, report["x"].Test("kolmogorov-smirnov")!.Precision);
        Assert.Equal(TestPrecision.Estimate, report["x"].Test("chi-square")!.Precision);
        // Categories and flags were counted exactly.
        Assert.Equal(20_000, report["city"].Component(ComponentKind.Value)!.Test.EffectiveSize, 1e-9);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Fit_FromAProfileThatIsAddedToLater_DoesNotChange(bool isSketched)
    {
        var rows = Table(2000, 1);
        var profile = (
            isSketched ? DatasetProfileDefinition.FromSchema(rows.Schema) : DatasetProfileDefinition.FromReference(rows)
        ).Create();
        profile.Add(rows);
        var baseline = DriftBaseline.Fit(profile);
        var before = baseline.Compare(Table(2000, 2)).ToEnvelope().Digest;

        profile.Add(Table(2000, 3, shift: 5));

        Assert.Equal(before, baseline.Compare(Table(2000, 2)).ToEnvelope().Digest);
    }

    [Fact]
    public void Compare_AForeignProfileThatShifted_Fails()
    {
        var baseline = DriftBaseline.Fit(Sketch(Table(40_000, 1)));

        var report = baseline.Compare(Sketch(Table(40_000, 2, shift: 0.7)));

        Assert.Equal(Verdict.Fail, report["x"].Verdict);
        Assert.Equal(Verdict.Pass, report["city"].Verdict);
    }

    [Fact]
    public void Compare_DataAndProfileInEitherPlace_AgreeWithTheExactComparison()
    {
        var (first, second) = (Table(30_000, 1), Table(30_000, 2, shift: 0.4));
        var exact = DriftBaseline.Fit(first).Compare(second)["x"].Effect;

        var byReference = DriftBaseline.Fit(Sketch(first)).Compare(second)["x"];
        var byCurrent = DriftBaseline.Fit(first).Compare(Sketch(second))["x"];

        Assert.InRange(byReference.Effect, exact - 0.03, exact + 0.03);
        Assert.InRange(byCurrent.Effect, exact - 0.03, exact + 0.03);
        Assert.Equal(Verdict.Fail, byReference.Verdict);
        Assert.Equal(Verdict.Fail, byCurrent.Verdict);
    }

    [Fact]
    public void Compare_AProfileOfFewValues_IsExact()
    {
        var (first, second) = (Table(200, 1), Table(150, 2));

        var sketched = DriftBaseline.Fit(Sketch(first)).Compare(Sketch(second));
        var exact = DriftBaseline.Fit(first).Compare(second);

        Assert.Equal(exact.Columns.Select(column => column.Effect), sketched.Columns.Select(column => column.Effect));
        Assert.Equal(
            exact["x"].Components.Select(component => component.Test.DriftPValue),
            sketched["x"].Components.Select(component => component.Test.DriftPValue)
        );
    }

    [Fact]
    public void Compare_MoreCategoriesThanTheSketchHolds_JudgesTheFrequentOnesAndTheRest()
    {
        var sketches = new SketchOptions { CategoryCapacity = 40 };
        string?[] Names(int seed, double share) =>
            Samples
                .Categories(50_000, seed, ("big", share), ("large", 0.3), ("tail", 1))
                .Select((name, i) => name == "tail" ? $"tail-{(i * 7919L) % 997}" : name)
                .ToArray();
        var reference = DatasetOf(Names(1, 0.3));

        var baseline = DriftBaseline.Fit(Sketch(reference, sketches));
        var same = baseline.Compare(Sketch(DatasetOf(Names(2, 0.3)), sketches))["c"];
        var grown = baseline.Compare(Sketch(DatasetOf(Names(3, 0.55)), sketches))["c"];

        Assert.Equal(
            ["big", "large", "any other category"],
            same.Bins.Select(bin => bin.Label)
                .Order(StringComparer.Ordinal)
                .OrderBy(label => label == "any other category")
        );
        Assert.NotEqual(Verdict.Fail, same.Verdict);
        Assert.Equal(Verdict.Fail, grown.Verdict);
        Assert.Null(same.Component(ComponentKind.Novelty)!.Verdict);

        static Dataset DatasetOf(string?[] names) => Dataset.FromColumns("d", Column.Category("c", names));
    }

    [Fact]
    public void Compare_AColumnThatTheProfileLacksOrHasOfAnotherKind_IsAFinding()
    {
        var baseline = DriftBaseline.Fit(Table(1000, 1));
        var other = Dataset.FromColumns(
            "other",
            Column.Category("x", Samples.Categories(1000, 2, ("p", 0.5), ("q", 0.5))),
            Column.Boolean("flag", Enumerable.Range(0, 1000).Select(i => i % 3 == 0)),
            Column.Number("new", Samples.Normal(1000, 3))
        );

        var report = baseline.Compare(Sketch(other));

        Assert.Equal(ResultStatus.TypeMismatch, report["x"].Status);
        Assert.Equal(ResultStatus.Absent, report["city"].Status);
        Assert.Contains(report.Omitted, column => column.Name == "new");
    }

    [Fact]
    public void Fit_FromAProfileWithIdentifiers_LeavesThemOut()
    {
        var rows = Dataset.FromColumns(
            "d",
            Column.Number("id", Enumerable.Range(0, 5000).ToArray()),
            Column.Category("key", Enumerable.Range(0, 5000).Select(i => $"k{i}")),
            Column.Number("x", Samples.Normal(5000, 1))
        );

        var baseline = DriftBaseline.Fit(Sketch(rows));

        Assert.Equal(
            [ColumnRole.Identifier, ColumnRole.Identifier, ColumnRole.Feature],
            baseline.Columns.Select(column => column.Role)
        );
    }

    [Fact]
    public void Tests_ThroughSketches_AllowForTheirError()
    {
        for (var seed = 0; seed < 10; seed++)
        {
            var (x, y) = (Samples.Normal(40_000, 10 * seed), Samples.Normal(40_000, (10 * seed) + 1));

            var column = DriftBaseline.Fit(Sketch(Samples.Numbers("x", x))).Compare(Sketch(Samples.Numbers("y", y)))[
                "x"
            ];

            // What a sketch shows of a distance is no more than there is.
            Assert.InRange(column.Test("kolmogorov-smirnov")!.Statistic, 0, KolmogorovSmirnov.Test(x, y).Statistic);
            var value = column.Component(ComponentKind.Value)!.Test;
            var designEffect = 20_000 / value.EffectiveSize;
            var counted = ChiSquareTest.Homogeneity(
                [.. column.Bins.Select(bin => bin.ReferenceCount)],
                [.. column.Bins.Select(bin => bin.CurrentCount)]
            );
            Assert.InRange(designEffect, 2, 10);
            Assert.Equal(counted.Statistic / designEffect, column.Test("chi-square")!.Statistic, 1e-9);
        }
    }

    [Fact]
    public void Compare_NearTheBoundThroughSketches_SaysThatMoreRowsWouldNotHelp()
    {
        var shift = Statistics.Equivalence.EffectBound.Equivalents(0.1).Shift;
        var (x, y) = (Samples.Normal(40_000, 1), Samples.Normal(40_000, 2, shift));

        var column = DriftBaseline.Fit(Sketch(Samples.Numbers("x", x))).Compare(Sketch(Samples.Numbers("y", y)))["x"];

        Assert.Equal(Verdict.Inconclusive, column.Verdict);
        Assert.Null(column.Settling);
        Assert.Contains("the error of a sketch", column.Reason, StringComparison.Ordinal);
    }

    private static DatasetProfile Sketch(Dataset data, SketchOptions? sketches = null)
    {
        var profile = DatasetProfileDefinition.FromSchema(data.Schema, sketches).Create();
        // In parts, as a stream comes.
        var half = data.RowCount / 2;
        profile.Add(data.Slice(0, half));
        var rest = profile.Definition.Create();
        rest.Add(data.Slice(half, data.RowCount - half));
        profile.Merge(rest);
        return DatasetProfile.FromBytes(profile.ToEnvelope().Bytes);
    }

    private static Dataset Table(int rows, int seed, double shift = 0) =>
        Dataset.FromColumns(
            "table",
            Column.Number("x", Samples.Normal(rows, seed, shift)),
            Column.Boolean("flag", Samples.Normal(rows, seed + 50).Select(value => value > 0.5)),
            Column.Category("city", Samples.Categories(rows, seed + 100, ("a", 0.6), ("b", 0.3), ("c", 0.1)))
        );
}
