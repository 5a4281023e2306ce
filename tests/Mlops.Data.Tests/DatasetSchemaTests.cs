namespace Mlops.Data.Tests;

public sealed class DatasetSchemaTests
{
    private static readonly DatasetSchema Schema = new(
        new ColumnSchema("age", ColumnKind.Number, SourceType.Integer),
        new ColumnSchema("Age", ColumnKind.Category, SourceType.Text),
        new ColumnSchema("income", ColumnKind.Number, SourceType.Double)
    );

    [Fact]
    public void Indexer_NamesDifferByCase_AreTwoColumns()
    {
        Assert.Equal(ColumnKind.Number, Schema["age"].Kind);
        Assert.Equal(ColumnKind.Category, Schema["Age"].Kind);
        Assert.Equal(["age", "Age", "income"], Schema.Columns.Select(column => column.Name));
    }

    [Fact]
    public void Indexer_UnknownName_ListsTheNearest()
    {
        var exception = Assert.Throws<ArgumentException>(() => Schema["incone"]);
        Assert.StartsWith(
            "There is no column 'incone'. Nearest: 'income', ",
            exception.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Indexer_NoColumns_SaysSo() =>
        Assert.Contains(
            "There are no columns.",
            Assert.Throws<ArgumentException>(() => new DatasetSchema()["x"]).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Constructor_NameTwice_SaysWhere()
    {
        var column = new ColumnSchema("x", ColumnKind.Number, SourceType.Double);
        var exception = Assert.Throws<ArgumentException>(() => new DatasetSchema(column, column));
        Assert.Contains("Columns 0 and 1 are both named 'x'", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void ColumnSchema_NoName_Throws(string name) =>
        Assert.Throws<ArgumentException>(() => new ColumnSchema(name, ColumnKind.Number, SourceType.Double));

    [Fact]
    public void TryGet_KnownAndUnknown_Answers()
    {
        Assert.True(Schema.TryGet("income", out var column));
        Assert.Equal("income", column.Name);
        Assert.False(Schema.TryGet("Income", out _));
    }

    [Fact]
    public void WithRole_ChangesOneColumnOfACopy()
    {
        var changed = Schema.WithRole("age", ColumnRole.Label).WithProtected("age");
        Assert.Equal(ColumnRole.Label, changed["age"].Role);
        Assert.True(changed["age"].IsProtected);
        Assert.Null(changed["income"].Role);
        Assert.Null(Schema["age"].Role);
        Assert.False(Schema["age"].IsProtected);
    }

    [Fact]
    public void WithRole_NotARole_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Schema.WithRole("age", (ColumnRole)99));

    [Fact]
    public void Equals_SameColumnsInOrder_AndNothingElse()
    {
        var copy = new DatasetSchema(Schema.Columns);
        Assert.True(Schema == copy);
        Assert.Equal(Schema.GetHashCode(), copy.GetHashCode());
        Assert.True(Schema != new DatasetSchema(Schema.Columns.Reverse()));
        Assert.True(Schema != Schema.WithRole("age", ColumnRole.Feature));
        Assert.False(Schema.Equals(null));
    }

    [Theory]
    [InlineData("", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ABC", "abc", 0)]
    public void Distance_Levenshtein_IgnoresCase(string left, string right, int expected)
    {
        Assert.Equal(expected, NearestNames.Distance(left, right));
        Assert.Equal(expected, NearestNames.Distance(right, left));
    }
}
