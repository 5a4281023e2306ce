namespace Mlops.Data.Tests;

public sealed class DatasetTests
{
    private static readonly Dataset People = Dataset
        .FromColumns(
            "people",
            Column.Number("age", [30, 41, 17]),
            Column.Category("job", ["fixed", null, "fixed"]),
            Column.Boolean("married", [true, false, null])
        )
        .WithRole("job", ColumnRole.Label)
        .WithProtected("age");

    [Fact]
    public void FromColumns_DescribesItself()
    {
        Assert.Equal("people", People.Name);
        Assert.Equal(3, People.RowCount);
        Assert.Equal(["age", "job", "married"], People.Columns.Select(column => column.Name));
        Assert.Equal(
            new ColumnSchema("age", ColumnKind.Number, SourceType.Integer) { IsProtected = true },
            People.Schema["age"]
        );
        Assert.Equal(ColumnRole.Label, People.Schema["job"].Role);
    }

    [Fact]
    public void FromColumns_None_HasNoRows()
    {
        var empty = Dataset.FromColumns("empty");
        Assert.Equal(0, empty.RowCount);
        Assert.Empty(empty.Columns);
    }

    [Fact]
    public void FromColumns_UnequalLengths_SaysWhich()
    {
        var exception = Assert.Throws<ArgumentException>(() =>
            Dataset.FromColumns("x", Column.Number("a", [1, 2]), Column.Number("b", [1]))
        );
        Assert.Contains("Column 'b' has 1 rows and column 'a' has 2", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromColumns_NameTwiceOrNone_Throws()
    {
        Assert.Throws<ArgumentException>(() =>
            Dataset.FromColumns("x", Column.Number("a", [1]), Column.Number("a", [1]))
        );
        Assert.Throws<ArgumentException>(() => Dataset.FromColumns(" "));
    }

    [Fact]
    public void Indexer_UnknownName_ListsTheNearest()
    {
        Assert.Contains(
            "'age'",
            Assert.Throws<ArgumentException>(() => People["Age"]).Message,
            StringComparison.Ordinal
        );
        Assert.False(People.TryGetColumn("Age", out _));
        Assert.True(People.TryGetColumn("age", out var column));
        Assert.Same(People["age"], column);
    }

    [Fact]
    public void Select_And_Without_KeepRolesAndOrder()
    {
        var selected = People.Select("job", "age");
        Assert.Equal(["job", "age"], selected.Columns.Select(column => column.Name));
        Assert.Equal(ColumnRole.Label, selected.Schema["job"].Role);
        Assert.True(selected.Schema["age"].IsProtected);
        Assert.Equal(["age", "married"], People.Without("job").Columns.Select(column => column.Name));
        Assert.Equal(3, People.Without("age", "job", "married").RowCount);
        Assert.Throws<ArgumentException>(() => People.Select("age", "age"));
        Assert.Throws<ArgumentException>(() => People.Select("nobody"));
        Assert.Throws<ArgumentException>(() => People.Without("nobody"));
    }

    [Fact]
    public void ConvertTo_AnothersSchema_TakesItsKindsAndMarks()
    {
        var reference = Dataset
            .FromColumns("ref", Column.Number("job", [1]), Column.Category("age", ["a"]), Column.Number("gone", [1]))
            .WithRole("age", ColumnRole.Feature)
            .WithProtected("job");
        var converted = People.ConvertTo(reference.Schema);
        Assert.Equal(["age", "job", "married"], converted.Columns.Select(column => column.Name));
        Assert.Equal(new object?[] { "30", "41", "17" }, Same.ValuesOf(converted["age"]));
        Assert.Equal(new ConversionFailures(2, 0, "fixed"), converted["job"].Failures);
        Assert.Same(People["married"], converted["married"]);
        Assert.Equal(ColumnRole.Feature, converted.Schema["age"].Role);
        Assert.Equal(ColumnRole.Label, converted.Schema["job"].Role);
        Assert.True(converted.Schema["job"].IsProtected && converted.Schema["age"].IsProtected);
        Assert.Equal(ColumnKind.Number, converted.Schema["job"].Kind);
    }

    [Fact]
    public void Slice_And_Take_KeepSchemaAndName()
    {
        var slice = People.Slice(1, 2);
        Assert.Equal(2, slice.RowCount);
        Assert.Equal(People.Schema, slice.Schema);
        Assert.Equal(new object?[] { 41.0, 17.0 }, Same.ValuesOf(slice["age"]));
        Assert.Equal(new object?[] { 17.0, 30.0, 30.0 }, Same.ValuesOf(People.Take([2, 0, 0])["age"]));
        Assert.Throws<ArgumentOutOfRangeException>(() => People.Slice(2, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => People.Take([3]));
    }

    [Fact]
    public void Where_EveryKind_FindsItsRows()
    {
        Assert.Equal(2, People.Where(row => row.Number("age") >= 18).RowCount);
        Assert.Equal(1, People.Where(row => row.IsMissing("job")).RowCount);
        Assert.Equal(2, People.Where(row => row.Text("job") == "fixed").RowCount);
        Assert.Equal(1, People.Where(row => row.Boolean("married") == true).RowCount);
        Assert.Equal(1, People.Where(row => row.Index == 1).RowCount);
        Assert.Equal(["30", "41", "17"], Enumerable.Range(0, 3).Select(i => new DatasetRow(People, i).Text("age")));
        Assert.Equal(
            ["true", "false", null],
            Enumerable.Range(0, 3).Select(i => new DatasetRow(People, i).Text("married"))
        );
        Assert.Equal(0, People.Where(_ => false).RowCount);
    }

    [Fact]
    public void Where_WrongKindOrName_SaysWhatWouldBeRight()
    {
        var exception = Assert.Throws<ArgumentException>(() => People.Where(row => row.Number("job") > 0));
        Assert.Contains("Column 'job' holds Category, not Number", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => People.Where(row => row.IsMissing("nobody")));
    }

    [Fact]
    public void Where_AnyPredicate_IsTakeOfTheRowsItHoldsFor() =>
        Laws.Hold(
            Laws.Datasets,
            dataset =>
            {
                var kept = dataset.Where(row => row.Number("n") > 0 || row.Time("t") is null);
                int[] rows =
                [
                    .. Enumerable
                        .Range(0, dataset.RowCount)
                        .Where(row => ((NumericColumn)dataset["n"])[row] > 0 || dataset["t"].IsMissing(row)),
                ];
                Assert.Equal(dataset.Take(rows).Digest, kept.Digest);
            }
        );
}
