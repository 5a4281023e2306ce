using Mlops.Data.Quality;
using Mlops.Data.Quality.Constraints;
using Mlops.Data.Quality.Inference;

namespace Mlops.Data.Tests.Quality.Inference;

public class ConstraintInferenceTests
{
    [Fact]
    public void Infer_EachKindOfColumn_GivesWhatFollows()
    {
        const int Rows = 1000;
        int[] rows = [.. Enumerable.Range(0, Rows)];
        var data = Dataset
            .FromColumns(
                "good",
                Column.Number("id", rows),
                Column.Number("age", [.. rows.Select(i => 18 + (i % 60))]),
                Column.Number("ratio", [.. rows.Select(i => i % 10 == 0 ? double.NaN : ((i % 200) - 100) / 100.0)]),
                Column.Category("plan", rows.Select(i => i % 3 == 0 ? "basic" : "full")),
                Column.Category("code", rows.Select(i => $"AB-{1000 + (i % 400)}")),
                Column.Category("city", rows.Select(i => $"city {(char)('a' + (i % 26))}{new string('x', i % 9)}")),
                Column.Time("at", rows.Select(i => new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(i))),
                Column.Number("skip", rows)
            )
            .WithRole("skip", ColumnRole.Excluded);

        var constraints = DataConstraints.Infer(data);

        Assert.Equal(
            [
                "id/type",
                "id/missing",
                "id/unique",
                "age/type",
                "age/missing",
                "age/range",
                "ratio/type",
                "ratio/missing",
                "ratio/range",
                "plan/type",
                "plan/missing",
                "plan/domain",
                "code/type",
                "code/missing",
                "code/length",
                "code/pattern",
                "city/type",
                "city/missing",
                "city/length",
                "at/type",
                "at/missing",
                "at/monotony",
            ],
            constraints.Constraints.Select(constraint => constraint.Id)
        );
        Assert.True(((ColumnTypeConstraint)constraints["age/type"]).WholeNumbers);
        Assert.False(((ColumnTypeConstraint)constraints["ratio/type"]).WholeNumbers);
        // 18 to 77 with a tenth of 59 on either side, rounded outwards.
        Assert.Equal((12, 83), Limits(constraints["age/range"]));
        // -1 to 0.99: a tenth of 1.99 on either side.
        Assert.Equal((-1.2, 1.2), Limits(constraints["ratio/range"]));
        Assert.Equal(["basic", "full"], ((DomainConstraint)constraints["plan/domain"]).Values);
        Assert.Equal(new LengthConstraint("code", 7, 7) { TolerableShare = Outside(Rows) }, constraints["code/length"]);
        Assert.Equal("^[A-Z]{2}-[0-9]{4}$", ((PatternConstraint)constraints["code/pattern"]).Pattern);
        Assert.Equal(
            (1, 28),
            (
                ((LengthConstraint)constraints["city/length"]).Minimum!.Value,
                ((LengthConstraint)constraints["city/length"]).Maximum!.Value
            )
        );
        Assert.Equal(ConstraintSeverity.Warning, constraints["at/monotony"].Severity);
        // beta.ppf(0.99, 101, 900) is 0.12419 (SciPy): Clopper and Pearson's one-sided limit of 100 in 1,000; and 0.01 of tolerance.
        Assert.Equal(0.1342, ((MissingShareConstraint)constraints["ratio/missing"]).MaximumShare);
        // 1 - 0.01^(1/1000) = 0.0045945, and 0.01.
        Assert.Equal(0.0146, ((MissingShareConstraint)constraints["id/missing"]).MaximumShare);
        Assert.Equal(Verdict.Pass, DataQuality.Check(data, constraints).Verdict);
        Assert.Equal(constraints.Reference, new CheckedData("good", Rows, data.Digest));
    }

    [Fact]
    public void Infer_NeverNegativeNumbers_StayNotNegative()
    {
        var data = Dataset.FromColumns(
            "d",
            Column.Number("price", [.. Enumerable.Range(0, 500).Select(i => 0.5 + (i % 100))]),
            Column.Number("loss", [.. Enumerable.Range(0, 500).Select(i => -0.5 - (i % 100))]),
            Column.Number("one", [.. Enumerable.Repeat(3.0, 500)]),
            Column.Number("wild", [.. Enumerable.Range(0, 500).Select(i => i == 7 ? double.PositiveInfinity : i)])
        );

        var constraints = DataConstraints.Infer(data);

        Assert.Equal((0, 110), Limits(constraints["price/range"]));
        Assert.Equal((-110, 0), Limits(constraints["loss/range"]));
        Assert.Equal((0, null), Limits(constraints["one/range"]));
        Assert.Equal((0, null), Limits(constraints["wild/range"]));
    }

    [Fact]
    public void Infer_FewRows_DemandsLittle()
    {
        var data = Dataset.FromColumns(
            "d",
            Column.Number("x", [1.5, 2]),
            Column.Category("c", ["a", "b"]),
            Column.Text("t", [null, null])
        );

        var constraints = DataConstraints.Infer(data);

        Assert.Equal(
            ["x/type", "x/missing", "c/type", "c/missing", "t/type"],
            constraints.Constraints.Select(constraint => constraint.Id)
        );
        Assert.Equal(0.91, ((MissingShareConstraint)constraints["x/missing"]).MaximumShare, 2);
        Assert.NotEqual(Verdict.Fail, DataQuality.Check(data, constraints).Verdict);
        Assert.NotEqual(
            Verdict.Fail,
            DataQuality.Check(data.Slice(0, 0), DataConstraints.Infer(data.Slice(0, 0))).Verdict
        );
    }

    [Fact]
    public void Infer_RowCountAndFreshness_OnlyWhenAsked()
    {
        var data = Dataset.FromColumns(
            "d",
            Column.Time(
                "at",
                Enumerable.Range(0, 200).Select(i => new DateTime(2024, 1, 1 + (i % 3), 0, 0, 0, DateTimeKind.Utc))
            )
        );

        var constraints = DataConstraints.Infer(
            data,
            new InferenceOptions { RowCountMargin = 0.25, MaximumAge = TimeSpan.FromDays(2) }
        );

        Assert.Equal(new RowCountConstraint(150, 250), constraints["rows"]);
        Assert.Equal(new FreshnessConstraint("at", TimeSpan.FromDays(2)), constraints["at/freshness"]);
        Assert.DoesNotContain(constraints.Constraints, constraint => constraint is MonotonyConstraint);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(1000)]
    public void Infer_FromDataLikeTheCurrent_HardlyEverFails(int referenceRows)
    {
        // Heavy tails, a rare category and missing values: what tight bounds would trip over. A constraint fails when the reference
        // happens to show less than its limit allows, 1 in 100, and the current data show surely more, so hardly ever; a pass is not promised.
        const int Runs = 100;
        const int CurrentRows = 1000;
        var random = new Random(20240301);
        var failed = 0;
        for (var run = 0; run < Runs; run++)
        {
            var constraints = DataConstraints.Infer(
                Sample(random, referenceRows),
                new InferenceOptions { Tolerance = 0 }
            );
            failed += DataQuality.Check(Sample(random, CurrentRows), constraints).Verdict == Verdict.Fail ? 1 : 0;
        }

        Assert.InRange(failed, 0, 3);
    }

    [Fact]
    public void Infer_FromDataLikeTheCurrent_MostlyPassesWithTheDefaults()
    {
        const int Runs = 50;
        var random = new Random(7);
        var passed = 0;
        for (var run = 0; run < Runs; run++)
        {
            var constraints = DataConstraints.Infer(Sample(random, 5000));
            passed += DataQuality.Check(Sample(random, 5000), constraints).Verdict == Verdict.Pass ? 1 : 0;
        }

        Assert.InRange(passed, 45, Runs);
    }

    [Theory]
    [InlineData(0.4, 0.01, 0.1)]
    [InlineData(1.0, 0.01, 0.1)]
    [InlineData(0.99, -0.1, 0.1)]
    [InlineData(0.99, 0.01, double.NaN)]
    public void Infer_OptionsOutOfRange_Throws(double confidence, double tolerance, double margin) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            DataConstraints.Infer(
                Dataset.FromColumns("d", Column.Number("x", [1.0])),
                new InferenceOptions
                {
                    Confidence = confidence,
                    Tolerance = tolerance,
                    RangeMargin = margin,
                }
            )
        );

    private static Dataset Sample(Random random, int rows)
    {
        int[] each = [.. Enumerable.Range(0, rows)];
        return Dataset.FromColumns(
            "sample",
            // Pareto with index 1: no mean.
            Column.Number("heavy", [.. each.Select(_ => 1 / (1 - random.NextDouble()))]),
            Column.Number("gaps", [.. each.Select(_ => random.NextDouble() < 0.05 ? double.NaN : random.NextDouble())]),
            Column.Category("rare", each.Select(_ => random.NextDouble() < 0.004 ? $"rare {random.Next(3)}" : "usual")),
            Column.Category(
                "name",
                each.Select(_ => new string('x', 1 + (int)(1 / (1 - random.NextDouble())) % 100) + random.Next(60))
            )
        );
    }

    private static double Outside(int rows) =>
        // The 0.99 quantile of Beta(2, n - 1), by SciPy's beta.ppf(0.99, 2, 999) = 0.0066197, and 0.01 of tolerance, rounded up.
        rows == 1000
            ? 0.0167
            : double.NaN;

    private static (double? Minimum, double? Maximum) Limits(DataConstraint constraint) =>
        ((RangeConstraint)constraint).Minimum is var low ? (low, ((RangeConstraint)constraint).Maximum) : default;
}
