namespace Mlops.Data.Tests;

public sealed class ColumnTests
{
    [Fact]
    public void Number_EveryElementType_KeepsItsSource()
    {
        Assert.Equal(SourceType.Double, Column.Number("x", [1.5, double.NaN]).SourceType);
        Assert.Equal(SourceType.Single, Column.Number("x", new float[] { 1.5f }).SourceType);
        Assert.Equal(SourceType.Integer, Column.Number("x", new int[] { 1 }).SourceType);
        Assert.Equal(SourceType.Integer, Column.Number("x", new long[] { 1 }).SourceType);
        Assert.Equal([1.0, 2.0], Column.Number("x", [1, 2]).Values.ToArray());
        Assert.Equal([1.0, double.NaN], Column.Number("x", new double?[] { 1, null }).Values.ToArray());
        Assert.Equal(0.1f, Column.Number("x", [0.1f])[0]);
    }

    [Fact]
    public void Number_CallerChangesItsArrayLater_ColumnDoesNot()
    {
        double[] values = [1, 2];
        var column = Column.Number("x", values);
        values[0] = 9;
        Assert.Equal(1, column[0]);
    }

    [Theory]
    [InlineData(9007199254740991L, false)]
    [InlineData(9007199254740992L, true)]
    [InlineData(-9007199254740993L, true)]
    [InlineData(long.MinValue, true)]
    public void HasInexactIntegers_FromTwoToThe53_True(long value, bool expected)
    {
        Assert.Equal(expected, Column.Number("x", [0, value]).HasInexactIntegers);
        Assert.False(Column.Number("x", [(double)value]).HasInexactIntegers);
    }

    [Fact]
    public void MissingCount_EveryKind_CountsWhatIsNotThere()
    {
        Assert.Equal(1, Column.Number("x", [1, double.NaN]).MissingCount);
        Assert.Equal(2, Column.Category("x", ["", null, null]).MissingCount);
        Assert.Equal(1, Column.Boolean("x", [true, null, false]).MissingCount);
        Assert.Equal(1, Column.Time("x", new DateTime?[] { DateTime.MinValue, null }).MissingCount);
        Assert.Equal(0, Column.Number("x", ReadOnlySpan<double>.Empty).MissingCount);
    }

    [Fact]
    public void Category_EqualTexts_AreOneCategory()
    {
        var column = Column.Category("x", ["b", "a", "b", null, "B"]);
        Assert.Equal(["b", "a", "B"], column.Categories);
        Assert.Equal([0, 1, 0, -1, 2], column.Codes.ToArray());
        Assert.Null(column[3]);
        Assert.True(column.IsMissing(3));
    }

    [Fact]
    public void Boolean_ValuesAndCodes()
    {
        var column = Column.Boolean("x", [true, false, null]);
        Assert.Equal([1, 0, -1], column.Codes.ToArray().Select(code => (int)code));
        Assert.Equal(new bool?[] { true, false, null }, [column[0], column[1], column[2]]);
        Assert.Equal([true, false], Same.ValuesOf(Column.Boolean("x", new[] { true, false })));
    }

    [Fact]
    public void Time_OffsetsAndKinds_BecomeUtc()
    {
        var noon = new DateTimeOffset(2020, 6, 1, 12, 0, 0, TimeSpan.FromHours(2));
        var expected = new DateTime(2020, 6, 1, 10, 0, 0, DateTimeKind.Utc);
        Assert.Equal(expected, Column.Time("t", [noon])[0]);
        Assert.Equal(DateTimeKind.Utc, Column.Time("t", [noon])[0]!.Value.Kind);
        Assert.Equal(expected, Column.Time("t", [expected.ToLocalTime()])[0]);
        Assert.Equal(expected, Column.Time("t", [DateTime.SpecifyKind(expected, DateTimeKind.Unspecified)])[0]);
        Assert.Null(Column.Time("t", new DateTimeOffset?[] { null })[0]);
    }

    [Fact]
    public void Factories_NoName_Throw() => Assert.Throws<ArgumentException>(() => Column.Number(" ", [1.0]));

    [Fact]
    public void Slice_IsAView()
    {
        var column = Column.Number("x", [1, double.NaN, 3, 4]);
        var slice = column.Slice(1, 2);
        Assert.Equal([double.NaN, 3], slice.Values.ToArray());
        Assert.Equal(1, slice.MissingCount);
        Assert.True(slice.Values.Span.Overlaps(column.Values.Span));
        Assert.Equal(3, slice.Slice(1, 1)[0]);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, -1)]
    [InlineData(2, 2)]
    [InlineData(1, int.MaxValue)]
    public void Slice_Outside_Throws(int start, int length)
    {
        Column[] columns =
        [
            Column.Number("x", [1, 2, 3]),
            Column.Category("x", ["a", "b", "c"]),
            Column.Boolean("x", [true, true, null]),
            Column.Time("x", new DateTime?[3]),
        ];
        foreach (var column in columns)
            Assert.Throws<ArgumentOutOfRangeException>(() => column.Slice(start, length));
    }

    [Fact]
    public void Take_Outside_SaysWhich()
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => Column.Number("x", [1, 2]).Take([0, 2]));
        Assert.Contains(
            "Position 1 asks for row 2; column 'x' has rows 0 to 1.",
            exception.Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => Column.Number("x", [1, 2]).Take([-1]));
    }

    [Fact]
    public void Take_ThenValues_IsTheValuesTaken() =>
        Laws.Hold(
            Laws.Datasets,
            dataset =>
            {
                int[] rows =
                [
                    .. Enumerable.Range(0, dataset.RowCount).Reverse(),
                    .. Enumerable.Range(0, dataset.RowCount),
                ];
                foreach (var column in dataset.Columns)
                    Assert.Equal(rows.Select(row => Same.ValueOf(column, row)), Same.ValuesOf(column.Take(rows)));
            }
        );

    [Fact]
    public void Slice_IsTakeOfConsecutiveRows() =>
        Laws.Hold(
            Laws.Datasets,
            dataset =>
            {
                var start = dataset.RowCount / 3;
                var length = (dataset.RowCount - start) / 2;
                foreach (var column in dataset.Columns)
                    Same.Columns(column.Take([.. Enumerable.Range(start, length)]), column.Slice(start, length));
            }
        );
}
