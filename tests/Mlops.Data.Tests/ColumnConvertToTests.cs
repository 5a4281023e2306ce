using System.Globalization;

namespace Mlops.Data.Tests;

public sealed class ColumnConvertToTests
{
    [Fact]
    public void ConvertTo_SameKind_IsTheColumnItself()
    {
        var column = Column.Number("x", [1.0]);
        Assert.Same(column, column.ConvertTo(ColumnKind.Number));
    }

    [Fact]
    public void ConvertTo_NotAKind_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Column.Number("x", [1.0]).ConvertTo((ColumnKind)9));

    [Fact]
    public void ConvertTo_TextToNumber_ParsesInvariantAndCountsTheRest()
    {
        var text = Column.Category("x", ["1.5", " -2e3 ", "abc", null, "NaN", "-inf", "1,5", "abc", "007", "TRUE"]);
        var numbers = (NumericColumn)text.ConvertTo(ColumnKind.Number);
        Assert.Equal(
            [1.5, -2000, double.NaN, double.NaN, double.NaN, double.NegativeInfinity, double.NaN, double.NaN, 7, 1],
            numbers.Values.ToArray()
        );
        Assert.Equal(new ConversionFailures(3, 2, "abc"), numbers.Failures);
        Assert.Equal(SourceType.Double, numbers.SourceType);
    }

    [Fact]
    public void ConvertTo_TextToNumber_WholeNumbersAreIntegers()
    {
        Assert.Equal(
            SourceType.Integer,
            Column.Category("x", ["1", null, "NaN", "x", "-3"]).ConvertTo(ColumnKind.Number).SourceType
        );
        Assert.Equal(SourceType.Double, Column.Category("x", ["1", "2.0"]).ConvertTo(ColumnKind.Number).SourceType);
        Assert.Equal(SourceType.Double, Column.Category("x", [null]).ConvertTo(ColumnKind.Number).SourceType);
    }

    [Fact]
    public void ConvertTo_SliceOfText_LooksAtItsOwnRowsOnly()
    {
        var numbers = Column.Category("x", ["abc", "1", "2.5"]).Slice(1, 1).ConvertTo(ColumnKind.Number);
        Assert.Equal(SourceType.Integer, numbers.SourceType);
        Assert.Equal(default, numbers.Failures);
    }

    [Fact]
    public void ConvertTo_TextToBoolean()
    {
        var booleans = Column
            .Category("x", ["true", "FALSE", "True", "yes", "1", "0.0", "2", null])
            .ConvertTo(ColumnKind.Boolean);
        Assert.Equal(new object?[] { true, false, true, null, true, false, null, null }, Same.ValuesOf(booleans));
        Assert.Equal(new ConversionFailures(2, 3, "yes"), booleans.Failures);
        Assert.Equal(SourceType.Boolean, booleans.SourceType);
    }

    [Fact]
    public void ConvertTo_TextToTime()
    {
        var times = Column
            .Category("x", ["2007-03-05", "2007-03-05T01:00:00+01:00", "05.03.2007", null])
            .ConvertTo(ColumnKind.Time);
        var day = new DateTime(2007, 3, 5, 0, 0, 0, DateTimeKind.Utc);
        Assert.Equal(new object?[] { day, day, null, null }, Same.ValuesOf(times));
        Assert.Equal(new ConversionFailures(1, 2, "05.03.2007"), times.Failures);
        Assert.Equal(SourceType.Timestamp, times.SourceType);
    }

    [Fact]
    public void ConvertTo_ToCategory_FormatsInvariant()
    {
        Assert.Equal(
            new object?[] { "0.1", null, "0", "0", "1e+300", "-Infinity" },
            Same.ValuesOf(
                Column
                    .Number("x", [0.1, double.NaN, 0, -0.0, 1e300, double.NegativeInfinity])
                    .ConvertTo(ColumnKind.Category)
            )
        );
        Assert.Equal(
            new object?[] { "true", "false", null },
            Same.ValuesOf(Column.Boolean("x", [true, false, null]).ConvertTo(ColumnKind.Category))
        );
        var times = new DateTime?[] { new(2007, 3, 5, 14, 30, 0), null, new DateTime(2007, 3, 5).AddTicks(1) };
        Assert.Equal(
            new object?[] { "2007-03-05T14:30:00Z", null, "2007-03-05T00:00:00.0000001Z" },
            Same.ValuesOf(Column.Time("x", times).ConvertTo(ColumnKind.Category))
        );
    }

    [Fact]
    public void ConvertTo_NumberToBoolean_OnlyZeroAndOne()
    {
        var booleans = Column
            .Number("x", [0, 1, -0.0, 2, double.NaN, double.PositiveInfinity])
            .ConvertTo(ColumnKind.Boolean);
        Assert.Equal(new object?[] { false, true, false, null, null, null }, Same.ValuesOf(booleans));
        Assert.Equal(new ConversionFailures(2, 3, "2"), booleans.Failures);
    }

    [Theory]
    [InlineData(ColumnKind.Number)]
    [InlineData(ColumnKind.Boolean)]
    public void ConvertTo_FromTime_EveryValueFails(ColumnKind kind)
    {
        var converted = Column.Time("x", new DateTime?[] { null, new(2020, 1, 1) }).ConvertTo(kind);
        Assert.Equal(kind, converted.Kind);
        Assert.Equal(2, converted.MissingCount);
        Assert.Equal(new ConversionFailures(1, 1, "2020-01-01T00:00:00Z"), converted.Failures);
    }

    [Fact]
    public void ConvertTo_ToTime_EveryNumberAndBooleanFails()
    {
        Assert.Equal(
            new ConversionFailures(2, 0, "1.5"),
            Column.Number("x", [1.5, 2]).ConvertTo(ColumnKind.Time).Failures
        );
        Assert.Equal(
            new ConversionFailures(1, 1, "false"),
            Column.Boolean("x", [null, false]).ConvertTo(ColumnKind.Time).Failures
        );
    }

    [Fact]
    public void Failures_OfASliceAndASelection_AreItsOwn()
    {
        var column = Column.Category("x", ["1", "a", "2", "b", "c"]).ConvertTo(ColumnKind.Number);
        Assert.Equal(new ConversionFailures(2, 1, "b"), column.Slice(2, 3).Slice(0, 3).Failures);
        Assert.Equal(default, column.Slice(2, 1).Failures);
        Assert.Equal(new ConversionFailures(3, 0, "c"), column.Take([4, 0, 1, 1]).Failures);
        Assert.Equal(default, column.Take([0, 2]).Failures);
    }

    [Fact]
    public void Failures_OfASecondConversion_AddUp()
    {
        var booleans = Column
            .Category("x", ["7", "a", "1", "b"])
            .ConvertTo(ColumnKind.Number)
            .ConvertTo(ColumnKind.Boolean);
        Assert.Equal(new ConversionFailures(3, 0, "7"), booleans.Failures);
        Assert.Equal(new ConversionFailures(1, 1, "b"), booleans.Slice(2, 2).ConvertTo(ColumnKind.Category).Failures);
    }

    [Fact]
    public void ConvertTo_EveryKindAndBack_IsTheSame() =>
        Laws.Hold(
            Laws.Datasets,
            dataset =>
            {
                foreach (var column in dataset.Columns)
                    Assert.Equal(
                        Same.ValuesOf(column),
                        Same.ValuesOf(column.ConvertTo(ColumnKind.Category).ConvertTo(column.Kind))
                    );
                Assert.Equal(
                    Same.ValuesOf(dataset["b"]),
                    Same.ValuesOf(dataset["b"].ConvertTo(ColumnKind.Number).ConvertTo(ColumnKind.Boolean))
                );
            }
        );

    [Fact]
    public void ConvertTo_AnyKinds_MissingIsWhatWasMissingAndWhatFailed() =>
        Laws.Hold(
            Laws.Datasets,
            dataset =>
            {
                foreach (var column in dataset.Columns)
                foreach (var kind in Enum.GetValues<ColumnKind>())
                {
                    var converted = column.ConvertTo(kind);
                    Assert.Equal(column.Length, converted.Length);
                    // A text that spells NaN is a missing number, and no failure.
                    var spelledMissing = Same.ValuesOf(column)
                        .Count(value => value is string text && kind is not ColumnKind.Category && IsNaN(text, kind));
                    Assert.Equal(
                        column.MissingCount + converted.Failures.Count + spelledMissing,
                        converted.MissingCount
                    );
                }
            }
        );

    [Fact]
    public void ConvertTo_ThenSlice_IsSliceThenConvert() =>
        Laws.Hold(
            Laws.Datasets,
            dataset =>
            {
                var start = dataset.RowCount / 4;
                var length = dataset.RowCount / 2;
                foreach (var column in dataset.Columns)
                foreach (var kind in Enum.GetValues<ColumnKind>())
                {
                    var first = column.ConvertTo(kind).Slice(start, length);
                    var then = column.Slice(start, length).ConvertTo(kind);
                    Assert.Equal(Same.ValuesOf(first), Same.ValuesOf(then));
                    Assert.Equal(first.Failures, then.Failures);
                }
            }
        );

    private static bool IsNaN(string text, ColumnKind kind) =>
        kind is ColumnKind.Number or ColumnKind.Boolean
        && string.Equals(text.Trim(' ', '\t').TrimStart('-', '+'), "nan", StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void ConvertTo_GermanCulture_ChangesNothing()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(1.5, ((NumericColumn)Column.Category("x", ["1.5"]).ConvertTo(ColumnKind.Number))[0]);
            Assert.Equal("1.5", ((CategoryColumn)Column.Number("x", [1.5]).ConvertTo(ColumnKind.Category))[0]);
            Assert.Equal(
                "2007-03-05T14:30:00Z",
                (
                    (CategoryColumn)
                        Column.Time("x", [new DateTime(2007, 3, 5, 14, 30, 0)]).ConvertTo(ColumnKind.Category)
                )[0]
            );
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
