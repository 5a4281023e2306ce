using FsCheck.Fluent;
using Mlops.Data.Joins;

namespace Mlops.Data.Tests.Joins;

public sealed class JoinOnKeyTests
{
    private static readonly Dataset Predictions = Dataset
        .FromColumns(
            "predictions",
            Column.Category("id", ["a", "b", null, "c", "a"]),
            Column.Number("score", [0.1, 0.2, 0.3, 0.4, 0.5])
        )
        .WithRole("score", ColumnRole.Prediction);

    private static readonly Dataset Labels = Dataset
        .FromColumns(
            "labels",
            Column.Category("id", ["c", "x", "a", null]),
            Column.Boolean("churned", [true, false, null, true]),
            Column.Number("n", [1, 2, 3, 4]),
            Column.Category("c", ["p", "q", "r", "s"]),
            Column.Time("t", new DateTime?[] { new(2020, 1, 1), null, new(2020, 1, 3), null }),
            Column.Text("text", ["one", "two", "", null]),
            Column.Embedding("e", 2, [1, 2, 3, 4, 5, 6, 7, 8])
        )
        .WithRole("churned", ColumnRole.Label)
        .WithProtected("c");

    [Fact]
    public void JoinOnKey_Left_KeepsEveryRowAndCounts()
    {
        var result = Predictions.JoinOnKey(Labels, "id");
        var joined = result.Dataset;
        Assert.Equal("predictions", joined.Name);
        Assert.Equal(
            ["id", "score", "churned", "n", "c", "t", "text", "e"],
            joined.Columns.Select(column => column.Name)
        );
        Assert.Equal(new object?[] { 0.1, 0.2, 0.3, 0.4, 0.5 }, Same.ValuesOf(joined["score"]));
        Assert.Equal(new object?[] { null, null, null, true, null }, Same.ValuesOf(joined["churned"]));
        Assert.Equal(new object?[] { 3.0, null, null, 1.0, 3.0 }, Same.ValuesOf(joined["n"]));
        Assert.Equal(new object?[] { "r", null, null, "p", "r" }, Same.ValuesOf(joined["c"]));
        Assert.Equal(new object?[] { "", null, null, "one", "" }, Same.ValuesOf(joined["text"]));
        Assert.Equal(new object?[] { "5 6", null, null, "1 2", "5 6" }, Same.ValuesOf(joined["e"]));
        Assert.Equal(2, joined["t"].MissingCount);
        Assert.Equal(
            (3L, 1L, 1L, 2L, 1L, 1L, 0L),
            (
                result.MatchedLeft,
                result.UnmatchedLeft,
                result.MissingLeftKeys,
                result.MatchedRight,
                result.UnmatchedRight,
                result.MissingRightKeys,
                result.DuplicateRight
            )
        );
        Assert.Equal(ColumnRole.Prediction, joined.Schema["score"].Role);
        Assert.Equal(ColumnRole.Label, joined.Schema["churned"].Role);
        Assert.True(joined.Schema["c"].IsProtected);
    }

    [Fact]
    public void JoinOnKey_Inner_KeepsMatchedRows()
    {
        var joined = Predictions.JoinOnKey(Labels, "id", new JoinOptions { Kind = JoinKind.Inner }).Dataset;
        Assert.Equal(new object?[] { "a", "c", "a" }, Same.ValuesOf(joined["id"]));
        Assert.Equal(new object?[] { 3.0, 1.0, 3.0 }, Same.ValuesOf(joined["n"]));
    }

    [Theory]
    [InlineData(DuplicateKeys.First, 1.0)]
    [InlineData(DuplicateKeys.Last, 2.0)]
    public void JoinOnKey_DuplicateKeys_AsTheOptionSays(DuplicateKeys duplicates, double expected)
    {
        var left = Dataset.FromColumns("l", Column.Number("k", [7]));
        var right = Dataset.FromColumns("r", Column.Number("id", [7, 7, -0.0]), Column.Number("v", [1, 2, 3]));
        var result = left.JoinOnKey(right, "k", "id", new JoinOptions { Duplicates = duplicates });
        Assert.Equal(expected, Same.ValueOf(result.Dataset["v"], 0));
        Assert.Equal((1L, 1L), (result.DuplicateRight, result.UnmatchedRight));
        Assert.Contains(
            "Rows 0 and 1 of the other data set both have the key '7' in column 'id'",
            Assert.Throws<ArgumentException>(() => left.JoinOnKey(right, "k", "id")).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void JoinOnKey_NumbersTimesAndTexts_AreKeys()
    {
        DateTime day = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        (Column Left, Column Right)[] keys =
        [
            (Column.Number("k", [0.0, double.NaN]), Column.Number("k", [1, -0.0])),
            (Column.Number("k", [5, 0]), Column.Number("k", [double.NaN, 5.0])),
            (Column.Time("k", new DateTime?[] { day, null }), Column.Time("k", new DateTime?[] { null, day })),
            (Column.Text("k", ["x", null]), Column.Category("k", ["y", "x"])),
        ];
        foreach (var (left, right) in keys)
        {
            var labels = Dataset.FromColumns("r", right, Column.Number("v", [1, 2]));
            var joined = Dataset.FromColumns("l", left).JoinOnKey(labels, "k").Dataset;
            Assert.Equal(new object?[] { 2.0, null }, Same.ValuesOf(joined["v"]));
        }
    }

    [Fact]
    public void JoinOnKey_OtherKinds_Throw()
    {
        var numbers = Dataset.FromColumns("n", Column.Number("k", [1]));
        var texts = Dataset.FromColumns("t", Column.Category("k", ["1"]));
        var booleans = Dataset.FromColumns("b", Column.Boolean("k", [true]));
        Assert.Contains(
            "'k' holds Number and column 'k' of the other holds Category",
            Assert.Throws<ArgumentException>(() => numbers.JoinOnKey(texts, "k")).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentException>(() => booleans.JoinOnKey(booleans, "k"));
        Assert.Contains(
            "Nearest: 'k'",
            Assert.Throws<ArgumentException>(() => numbers.JoinOnKey(numbers, "kk")).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void JoinOnKey_InexactIntegers_Throw()
    {
        var left = Dataset.FromColumns("l", Column.Number("k", [9007199254740993L]));
        Assert.Contains(
            "2^53",
            Assert.Throws<ArgumentException>(() => left.JoinOnKey(left, "k")).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void JoinOnKey_EqualNames_NeedASuffix()
    {
        var left = Dataset.FromColumns("l", Column.Number("k", [1]), Column.Number("v", [2]));
        var right = Dataset.FromColumns("r", Column.Number("k", [1]), Column.Number("v", [3]), Column.Number("w", [4]));
        Assert.Contains(
            "Both data sets have 'v'",
            Assert.Throws<ArgumentException>(() => left.JoinOnKey(right, "k")).Message,
            StringComparison.Ordinal
        );
        var joined = left.JoinOnKey(right, "k", new JoinOptions { Suffix = "_label" }).Dataset;
        Assert.Equal(["k", "v", "v_label", "w"], joined.Columns.Select(column => column.Name));
        Assert.Equal(3.0, Same.ValueOf(joined["v_label"], 0));
        var taken = Dataset.FromColumns(
            "r",
            Column.Number("k", [1]),
            Column.Number("v", [3]),
            Column.Number("v_label", [4])
        );
        Assert.Contains(
            "choose another suffix",
            Assert
                .Throws<ArgumentException>(() => left.JoinOnKey(taken, "k", new JoinOptions { Suffix = "_label" }))
                .Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void JoinOnKey_AnyRows_IsTheLookupRowByRow() =>
        Laws.Hold(
            from left in Gen.Choose(-1, 12).ArrayOf()
            from right in Gen.Choose(-1, 12).ArrayOf()
            from kind in Gen.Elements(JoinKind.Left, JoinKind.Inner)
            from last in Gen.Elements(true, false)
            select (left, right, kind, last),
            law =>
            {
                var labels = Dataset.FromColumns("r", Keys(law.right), Column.Number("v", Indices(law.right)));
                var rows = Dataset.FromColumns("l", Keys(law.left), Column.Number("row", Indices(law.left)));
                var options = new JoinOptions
                {
                    Kind = law.kind,
                    Duplicates = law.last ? DuplicateKeys.Last : DuplicateKeys.First,
                };
                var result = rows.JoinOnKey(labels, "k", options);
                var expected = law
                    .left.Select(
                        (key, row) =>
                            (
                                row,
                                found: key < 0 ? -1
                                : law.last ? Array.LastIndexOf(law.right, key)
                                : Array.IndexOf(law.right, key)
                            )
                    )
                    .Where(pair => pair.found >= 0 || law.kind == JoinKind.Left)
                    .ToArray();
                Assert.Equal(expected.Select(pair => (object?)(double)pair.row), Same.ValuesOf(result.Dataset["row"]));
                Assert.Equal(
                    expected.Select(pair => pair.found < 0 ? null : (object?)(double)pair.found),
                    Same.ValuesOf(result.Dataset["v"])
                );
                Assert.Equal(law.left.Length, result.MatchedLeft + result.UnmatchedLeft + result.MissingLeftKeys);
                Assert.Equal(
                    law.right.Length,
                    result.MatchedRight + result.UnmatchedRight + result.MissingRightKeys + result.DuplicateRight
                );
                Assert.Equal(expected.Count(pair => pair.found >= 0), result.MatchedLeft);
                Assert.Equal(
                    expected.Select(pair => pair.found).Where(found => found >= 0).Distinct().Count(),
                    result.MatchedRight
                );
            }
        );

    private static CategoryColumn Keys(int[] keys) =>
        Column.Category("k", keys.Select(key => key < 0 ? null : $"key {key}"));

    private static double[] Indices(int[] keys) => [.. Enumerable.Range(0, keys.Length).Select(i => (double)i)];
}
