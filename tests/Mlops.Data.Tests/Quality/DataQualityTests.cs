using Mlops.Data.Quality;
using Mlops.Data.Quality.Constraints;

namespace Mlops.Data.Tests.Quality;

public class DataQualityTests
{
    private static readonly DateTimeOffset Now = new(2024, 3, 10, 12, 0, 0, TimeSpan.Zero);

    private static readonly Dataset Data = Dataset.FromColumns(
        "orders",
        Column.Number("id", [1, 2, 2, 4]),
        Column.Number("amount", [10, double.PositiveInfinity, double.NaN, -3.5]),
        Column.Category("plan", ["basic", "full", null, "gold"]),
        Column.Text("note", ["ok", "héé", null, ""]),
        Column.Boolean("open", [true, null, false, true]),
        Column.Time("at", [Day(1), Day(3), null, Day(2)])
    );

    public static TheoryData<DataConstraint, Verdict, long, long, string> Cases =>
        new()
        {
            { new ColumnExistsConstraint("plan"), Verdict.Pass, 0, 4, "" },
            { new RangeConstraint("amount", -5, 100), Verdict.Fail, 1, 3, "1: Infinity" },
            { new RangeConstraint("amount", 0, null), Verdict.Fail, 1, 3, "3: -3.5" },
            { new RangeConstraint("amount", -3.5, null), Verdict.Pass, 0, 3, "" },
            { new RangeConstraint("id", null, 4), Verdict.Pass, 0, 4, "" },
            { new MissingShareConstraint("amount", 0), Verdict.Fail, 1, 4, "2: missing" },
            { new MissingShareConstraint("id", 0), Verdict.Pass, 0, 4, "" },
            { new DomainConstraint("plan", ["basic", "full"]), Verdict.Fail, 1, 3, "3: gold" },
            { new DomainConstraint("note", ["ok", "héé", ""]), Verdict.Pass, 0, 3, "" },
            { new DomainConstraint("open", ["true"]), Verdict.Fail, 1, 3, "2: false" },
            { new DomainConstraint("id", ["1", "2", "4.0"]), Verdict.Pass, 0, 4, "" },
            { new UniquenessConstraint("id"), Verdict.Fail, 1, 4, "2: 2" },
            { new UniquenessConstraint("plan"), Verdict.Pass, 0, 3, "" },
            { new UniquenessConstraint("note"), Verdict.Pass, 0, 3, "" },
            { new UniquenessConstraint("at"), Verdict.Pass, 0, 3, "" },
            { new UniquenessConstraint(["id", "open"]), Verdict.Pass, 0, 3, "" },
            { new LengthConstraint("note", 1, 3), Verdict.Fail, 1, 3, "3: " },
            { new LengthConstraint("plan", null, 4), Verdict.Fail, 1, 3, "0: basic" },
            { new PatternConstraint("plan", "^[a-z]+$"), Verdict.Pass, 0, 3, "" },
            { new PatternConstraint("plan", "(?<!b)a"), Verdict.Fail, 3, 3, "0: basic|1: full|3: gold" },
            { new RowCountConstraint(4, null), Verdict.Pass, 0, 4, "" },
            { new RowCountConstraint(null, 3), Verdict.Fail, 0, 4, "" },
            { new RowCountConstraint(5, 9), Verdict.Fail, 0, 4, "" },
            { new MonotonyConstraint("id", MonotonyOrder.Increasing), Verdict.Pass, 0, 4, "" },
            { new MonotonyConstraint("id", MonotonyOrder.StrictlyIncreasing), Verdict.Fail, 1, 4, "2: 2" },
            { new MonotonyConstraint("id", MonotonyOrder.Decreasing), Verdict.Fail, 2, 4, "1: 2|3: 4" },
            { new MonotonyConstraint("at", MonotonyOrder.Increasing), Verdict.Fail, 1, 3, "3: 2024-03-02T00:00:00Z" },
            { new FreshnessConstraint("at", TimeSpan.FromDays(8)), Verdict.Pass, 0, 3, "" },
            { new FreshnessConstraint("at", TimeSpan.FromDays(7)), Verdict.Fail, 0, 3, "" },
            { new ExpressionConstraint("amount >= 0 or open"), Verdict.Pass, 0, 3, "" },
            { new ExpressionConstraint("plan != 'full' and id > 0"), Verdict.Fail, 1, 3, "1: plan = full, id = 2" },
            {
                new ColumnTypeConstraint("id", ColumnKind.Number) { WholeNumbers = true },
                Verdict.Pass,
                0,
                4,
                ""
            },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Check_EachKind_TellsVerdictCountsAndRows(
        DataConstraint constraint,
        Verdict verdict,
        long violations,
        long rows,
        string examples
    )
    {
        var report = DataQuality.Check(
            Data,
            new DataConstraints(constraint),
            new DataQualityOptions { TimeProvider = new FixedTime(Now) }
        );
        var result = report.Results[0];

        Assert.Equal((verdict, violations, rows), (result.Verdict, result.ViolatingRows, result.CheckedRows));
        Assert.Equal(examples, string.Join('|', result.Examples.Select(example => $"{example.Row}: {example.Value}")));
        Assert.Equal(verdict, report.Verdict);
        Assert.Equal(verdict == Verdict.Pass, result.Advice.Length == 0);
        Assert.NotEmpty(result.Reason);
    }

    [Fact]
    public void Check_BrokenColumns_FailWithTheReasonAndTheReportIsMade()
    {
        var constraints = new DataConstraints(
            new RangeConstraint("amuont", 0, null),
            new RangeConstraint("plan", 0, null),
            new ExpressionConstraint("plan > 3"),
            new ExpressionConstraint("gone > 3"),
            new CustomConstraint("custom", _ => throw new FormatException("no luck")),
            new PatternConstraint("id", "x")
        );

        var report = DataQuality.Check(Data, constraints);

        Assert.All(report.Results, result => Assert.Equal(Verdict.Fail, result.Verdict));
        Assert.Equal(ResultStatus.Absent, report["amuont/range"].Status);
        Assert.Contains("Nearest: 'amount'", report["amuont/range"].Reason, StringComparison.Ordinal);
        Assert.Equal(ResultStatus.TypeMismatch, report["plan/range"].Status);
        Assert.Contains("number(…)", report["plan > 3"].Reason, StringComparison.Ordinal);
        Assert.Equal(ResultStatus.Absent, report["gone > 3"].Status);
        Assert.Contains("no luck", report["custom"].Reason, StringComparison.Ordinal);
        Assert.NotEmpty(report.ToEnvelope().Bytes.ToArray());
    }

    [Theory]
    // Clopper and Pearson's 90% intervals by SciPy's beta.ppf: 0 of 300 reaches 0.00994, 0 of 200 0.0149;
    // of 10 in 300 it begins at 0.0181, of 5 at 0.0066.
    [InlineData(0, 300, Verdict.Pass)]
    [InlineData(0, 200, Verdict.Inconclusive)]
    [InlineData(5, 300, Verdict.Inconclusive)]
    [InlineData(10, 300, Verdict.Fail)]
    public void Check_ToleratedShares_AreJudgedByTheirInterval(int violations, int rows, Verdict verdict)
    {
        var data = Dataset.FromColumns(
            "d",
            Column.Number("x", Enumerable.Range(0, rows).Select(i => i < violations ? -1.0 : 1).ToArray())
        );
        var constraint = new RangeConstraint("x", 0, null) { TolerableShare = 0.01 };

        var result = DataQuality.Check(data, new DataConstraints(constraint)).Results[0];

        Assert.Equal(verdict, result.Verdict);
        Assert.NotNull(result.Interval);
        Assert.Equal(0.9, result.Interval.Value.Level);
        if (violations == 0 && verdict == Verdict.Inconclusive)
        {
            Assert.Contains("Check 299 rows or more", result.Advice, StringComparison.Ordinal);
        }

        var observed = DataQuality.Check(
            data,
            new DataConstraints(constraint),
            new DataQualityOptions { Shares = ShareJudgement.Observed }
        );
        Assert.Equal(violations <= 0.01 * rows ? Verdict.Pass : Verdict.Fail, observed.Verdict);
    }

    [Fact]
    public void Check_MissingShare_IsJudgedByItsInterval()
    {
        var data = Dataset.FromColumns(
            "d",
            Column.Number("x", Enumerable.Range(0, 400).Select(i => i < 40 ? double.NaN : i).ToArray())
        );

        Verdict Of(double share) =>
            DataQuality.Check(data, new DataConstraints(new MissingShareConstraint("x", share))).Verdict;

        Assert.Equal([Verdict.Fail, Verdict.Inconclusive, Verdict.Pass], new[] { 0.05, 0.1, 0.15 }.Select(Of));
    }

    [Fact]
    public void Check_ATypeConstraint_ReadsTheColumnAsThatTypeFirst()
    {
        var data = Dataset.FromColumns("d", Column.Category("x", ["1", "2.5", "n/a", null, "-4"]));
        var constraints = new DataConstraints(
            new ColumnTypeConstraint("x", ColumnKind.Number) { WholeNumbers = true },
            new RangeConstraint("x", 0, null),
            new MissingShareConstraint("x", 0)
        );

        var report = DataQuality.Check(data, constraints);

        Assert.Equal(
            ["2: n/a", "1: 2.5"],
            report["x/type"].Examples.Select(example => $"{example.Row}: {example.Value}")
        );
        Assert.Equal((2, 4), (report["x/type"].ViolatingRows, report["x/type"].CheckedRows));
        Assert.Equal((1, 3), (report["x/range"].ViolatingRows, report["x/range"].CheckedRows));
        Assert.Equal(2, report["x/missing"].ViolatingRows);
        Assert.Contains("n/a", report["x/missing"].Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_NoRowsOrNoValues_IsInconclusiveAndSaysSo()
    {
        var empty = Data.Slice(0, 0);
        var constraints = new DataConstraints(
            new RangeConstraint("amount", 0, 1),
            new MissingShareConstraint("amount", 0.5),
            new UniquenessConstraint("id"),
            new ExpressionConstraint("amount > 0")
        );

        var report = DataQuality.Check(empty, constraints);

        Assert.Equal(Verdict.Inconclusive, report.Verdict);
        Assert.All(report.Results, result => Assert.Equal(ResultStatus.Empty, result.Status));
        var missing = DataQuality.Check(Data.Slice(2, 1), constraints);
        Assert.Equal(ResultStatus.AllMissing, missing["amount/range"].Status);
        Assert.Equal(Verdict.Inconclusive, missing["amount > 0"].Verdict);
        Assert.Equal(1, missing["amount > 0"].UnknownRows);
    }

    [Fact]
    public void Check_Freshness_TellsTimesInTheFuture()
    {
        var data = Dataset.FromColumns("d", Column.Time("at", [Day(1), Day(20)]));
        var constraint = new FreshnessConstraint("at", TimeSpan.FromDays(2));

        var report = DataQuality.Check(
            data,
            new DataConstraints(constraint),
            new DataQualityOptions { TimeProvider = new FixedTime(Now) }
        );

        Assert.Equal(Verdict.Fail, report.Verdict);
        Assert.Equal(228, report.Results[0].Observed);
        Assert.Contains("1 times are in the future", report.Results[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_Warnings_AreToldAndDoNotFail()
    {
        var constraints = new DataConstraints(
            new ColumnExistsConstraint("id"),
            new UniquenessConstraint("id") { Severity = ConstraintSeverity.Warning }
        );

        var report = DataQuality.Check(Data, constraints);

        Assert.Equal(Verdict.Pass, report.Verdict);
        Assert.Equal(Verdict.Fail, report["id/unique"].Verdict);
        Assert.Contains("with a warning: id/unique", report.ToString(), StringComparison.Ordinal);
        var check = report.ToChecks().Checks[1];
        Assert.Equal(Verdict.Inconclusive, check.Verdict);
        Assert.StartsWith("Warning: ", check.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_Custom_TakesWhatTheCodeFound()
    {
        var constraints = DataConstraints.None.With(
            new CustomConstraint(
                "balance",
                data => new CustomOutcome(data.RowCount > 3 ? Verdict.Fail : Verdict.Pass, "Too many.")
                {
                    ViolatingRows = 1,
                    Observed = 4,
                    Bound = 3,
                    Examples = [new ViolationExample(3, "the last")],
                }
            )
        );

        var result = DataQuality.Check(Data, constraints)["balance"];

        Assert.Equal(
            (Verdict.Fail, "Too many.", 4, 3, 1),
            (result.Verdict, result.Reason, result.Observed, result.Bound, result.ViolatingRows)
        );
    }

    [Fact]
    public void Check_NothingDemanded_IsInconclusive()
    {
        var report = DataQuality.Check(Data, DataConstraints.None);

        Assert.Equal(Verdict.Inconclusive, report.Verdict);
        Assert.Equal(Data.Columns.Select(column => column.Name), report.UncheckedColumns);
    }

    [Fact]
    public void Check_Examples_AreTheFirstAndAsManyAsWanted()
    {
        var data = Dataset.FromColumns("d", Column.Number("x", Enumerable.Repeat(-1.0, 50).ToArray()));
        var constraints = new DataConstraints(new RangeConstraint("x", 0, null));

        Assert.Equal(Enumerable.Range(0, 10).Select(i => (long)i), Rows(DataQualityOptions.Default));
        Assert.Equal([0L, 1L], Rows(new DataQualityOptions { MaximumExamples = 2 }));
        Assert.Empty(Rows(new DataQualityOptions { MaximumExamples = 0 }));

        IEnumerable<long> Rows(DataQualityOptions options) =>
            DataQuality.Check(data, constraints, options).Results[0].Examples.Select(example => example.Row);
    }

    [Theory]
    [InlineData(-1, 0.9)]
    [InlineData(1001, 0.9)]
    [InlineData(1, 1.0)]
    [InlineData(1, double.NaN)]
    public void Check_OptionsOutOfRange_Throws(int examples, double level) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            DataQuality.Check(
                Data,
                DataConstraints.None,
                new DataQualityOptions { MaximumExamples = examples, ConfidenceLevel = level }
            )
        );

    private static DateTime Day(int day) => new(2024, 3, day, 0, 0, 0, DateTimeKind.Utc);

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
