using System.Globalization;
using Mlops.Data.Csv;

namespace Mlops.Data.Tests.Csv;

public sealed class CsvInferenceTests
{
    [Theory]
    [InlineData("1,2,-3", ColumnKind.Number, SourceType.Integer)]
    [InlineData("1,2.5", ColumnKind.Number, SourceType.Double)]
    [InlineData("1,1e5", ColumnKind.Number, SourceType.Double)]
    [InlineData("\"1\",\"2\"", ColumnKind.Number, SourceType.Integer)]
    [InlineData("inf,-Infinity", ColumnKind.Number, SourceType.Double)]
    [InlineData("NaN,3", ColumnKind.Number, SourceType.Integer)]
    [InlineData("NA,,NA", ColumnKind.Number, SourceType.Double)]
    [InlineData("NaN,NaN", ColumnKind.Number, SourceType.Double)]
    [InlineData(" 1, 2 ", ColumnKind.Number, SourceType.Integer)]
    [InlineData("true,FALSE,True", ColumnKind.Boolean, SourceType.Boolean)]
    [InlineData("NA,true", ColumnKind.Boolean, SourceType.Boolean)]
    [InlineData("2007-03-05,\"2007-03-05T14:30:00+01:00\"", ColumnKind.Time, SourceType.Timestamp)]
    [InlineData("007,012", ColumnKind.Category, SourceType.Text)]
    [InlineData("1,2,012", ColumnKind.Category, SourceType.Text)]
    [InlineData("1,2,x", ColumnKind.Category, SourceType.Text)]
    [InlineData("true,1", ColumnKind.Category, SourceType.Text)]
    [InlineData("2007-03-05,2007", ColumnKind.Category, SourceType.Text)]
    [InlineData("yes,no", ColumnKind.Category, SourceType.Text)]
    [InlineData("1;234", ColumnKind.Category, SourceType.Text)]
    [InlineData("\"NA\",1", ColumnKind.Category, SourceType.Text)]
    public void ParseCsv_AColumn_IsInferredFromAllItsValues(string fields, ColumnKind kind, SourceType source)
    {
        var column = Dataset.ParseCsv("x\n" + fields.Replace(',', '\n') + "\n")["x"];
        Assert.Equal(kind, column.Kind);
        Assert.Equal(source, column.SourceType);
        Assert.Equal(default, column.Failures);
    }

    [Fact]
    public void ParseCsv_TextAtTheVeryEnd_IsTextFromTheStartExactly()
    {
        var rows = Enumerable.Range(0, 30_000).Select(i => $"{i},{i}.50,TRUE,2007-03-05, {i}\n");
        var dataset = Dataset.ParseCsv("a,b,c,d,e\n" + string.Concat(rows) + "x,y,z,w,5\n");
        Assert.Equal(30_001, dataset.RowCount);
        Assert.Equal(
            [ColumnKind.Category, ColumnKind.Category, ColumnKind.Category, ColumnKind.Category, ColumnKind.Number],
            dataset.Columns.Select(c => c.Kind)
        );
        Assert.Equal(
            new object?[] { "7", "7.50", "TRUE", "2007-03-05", 7.0 },
            dataset.Columns.Select(c => Same.ValueOf(c, 7))
        );
        Assert.Equal(new object?[] { "x", "y", "z", "w", 5.0 }, dataset.Columns.Select(c => Same.ValueOf(c, 30_000)));
    }

    [Fact]
    public void ParseCsv_ValuesAfterManyMissing_AreAtTheirRows()
    {
        var dataset = Dataset.ParseCsv("a,b,c\nNA,,\n,NA,\n1.5,,true\nNA,x,\n");
        Assert.Equal(new object?[] { null, null, 1.5, null }, Same.ValuesOf(dataset["a"]));
        Assert.Equal(new object?[] { null, null, null, "x" }, Same.ValuesOf(dataset["b"]));
        Assert.Equal(new object?[] { null, null, true, null }, Same.ValuesOf(dataset["c"]));
    }

    [Fact]
    public void ParseCsv_MissingTokens_UnquotedOnly()
    {
        var column = Dataset.ParseCsv("x,y\nNA,1\n\"NA\",1\n,1\n\"\",1\n NA ,1\nna,1\n\" \",1\n")["x"];
        Assert.Equal(new object?[] { null, "NA", null, null, null, "na", " " }, Same.ValuesOf(column));
    }

    [Fact]
    public void ParseCsv_OtherMissingTokens_ReplaceTheDefault()
    {
        var dataset = Dataset.ParseCsv("n,c\n-999,NA\n?,\n-9990,?\n", new CsvOptions { MissingTokens = ["?", "-999"] });
        Assert.Equal(new object?[] { null, null, -9990.0 }, Same.ValuesOf(dataset["n"]));
        Assert.Equal(new object?[] { "NA", "", null }, Same.ValuesOf(dataset["c"]));
    }

    [Fact]
    public void ParseCsv_AnothersSchema_ConvertsAndCounts()
    {
        var reference = Dataset
            .ParseCsv("n,c,b,t\n1.5,a,true,2007-03-05\n")
            .WithRole("c", ColumnRole.Label)
            .WithProtected("n");
        var current = Dataset.ParseCsv(
            "extra,t,b,c,n\n1,2007-03-05,1,01,7\n2,nope,no,1.50,abc\n3,NA,FALSE,NA,\"NA\"\n4,5,,x,true\n",
            new CsvOptions { Schema = reference.Schema }
        );
        Assert.Equal(["extra", "t", "b", "c", "n"], current.Columns.Select(column => column.Name));
        Assert.Equal(new object?[] { 7.0, null, null, 1.0 }, Same.ValuesOf(current["n"]));
        Assert.Equal(new ConversionFailures(2, 1, "abc"), current["n"].Failures);
        Assert.Equal(SourceType.Integer, current["n"].SourceType);
        Assert.Equal(new object?[] { "01", "1.50", null, "x" }, Same.ValuesOf(current["c"]));
        Assert.Equal(new object?[] { true, null, false, null }, Same.ValuesOf(current["b"]));
        Assert.Equal(new ConversionFailures(1, 1, "no"), current["b"].Failures);
        Assert.Equal(new ConversionFailures(2, 1, "nope"), current["t"].Failures);
        Assert.Equal(ColumnKind.Number, current["extra"].Kind);
        Assert.Equal(ColumnRole.Label, current.Schema["c"].Role);
        Assert.True(current.Schema["n"].IsProtected);
    }

    [Fact]
    public void ParseCsv_AnothersSchema_IsReadingAndThenConverting()
    {
        var texts = FsCheck.Fluent.Gen.Select(FsCheck.Fluent.Gen.ArrayOf(Laws.Texts), texts => texts);
        Laws.Hold(
            texts,
            values =>
            {
                var csv = "x,y\n" + string.Concat(values.Select(value => $"{CsvText.Quote(value)},1\n"));
                foreach (var kind in new[] { ColumnKind.Number, ColumnKind.Boolean, ColumnKind.Time })
                {
                    var schema = new DatasetSchema(new ColumnSchema("x", kind, SourceType.Text));
                    var read = Dataset.ParseCsv(csv, new CsvOptions { Schema = schema })["x"];
                    var converted = Dataset
                        .ParseCsv(
                            csv,
                            new CsvOptions
                            {
                                Kinds = new Dictionary<string, ColumnKind> { ["x"] = ColumnKind.Category },
                            }
                        )["x"]
                        .ConvertTo(kind);
                    Same.Columns(converted, read);
                    Assert.Equal(Same.ValuesOf(read), Same.ValuesOf(Dataset.ParseCsv(csv).ConvertTo(schema)["x"]));
                }
            }
        );
    }

    [Fact]
    public void ParseCsv_Kinds_GoBeforeSchemaAndInference()
    {
        var schema = new DatasetSchema(new ColumnSchema("a", ColumnKind.Number, SourceType.Integer));
        var kinds = new Dictionary<string, ColumnKind> { ["a"] = ColumnKind.Category, ["b"] = ColumnKind.Boolean };
        var dataset = Dataset.ParseCsv("a,b,c\n1,1,1\n", new CsvOptions { Schema = schema, Kinds = kinds });
        Assert.Equal(
            [ColumnKind.Category, ColumnKind.Boolean, ColumnKind.Number],
            dataset.Columns.Select(column => column.Kind)
        );
    }

    [Fact]
    public void ParseCsv_KindOfNoColumn_ListsTheNearest()
    {
        var options = new CsvOptions { Kinds = new Dictionary<string, ColumnKind> { ["agee"] = ColumnKind.Number } };
        Assert.Contains(
            "Nearest: 'age'",
            Assert.Throws<ArgumentException>(() => Dataset.ParseCsv("age\n1\n", options)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void ParseCsv_DecimalCommaAndSemicolon()
    {
        var options = new CsvOptions { Delimiter = ';', Culture = CultureInfo.GetCultureInfo("de-DE") };
        var dataset = Dataset.ParseCsv("a;b\n1,5;2\n-0,25;\n", options);
        Assert.Equal(new object?[] { 1.5, -0.25 }, Same.ValuesOf(dataset["a"]));
        Assert.Equal(ColumnKind.Category, Dataset.ParseCsv("a\n1.5\n", options)["a"].Kind);
    }

    [Fact]
    public void ParseCsv_GermanCurrentCulture_ChangesNothing()
    {
        const string Csv = "a,b,c\n1.5,2007-03-05T14:30:00,x\n\"2,5\",NA,TRUE\n";
        var expected = Dataset.ParseCsv(Csv).Digest;
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(expected, Dataset.ParseCsv(Csv).Digest);
            Assert.Contains(
                "3 fields, the header has 1",
                Assert.Throws<CsvFormatException>(() => Dataset.ParseCsv("a\n1,2,3\n")).Message,
                StringComparison.Ordinal
            );
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void ParseCsv_WholeNumbersPastTwoToThe53_AreFlagged()
    {
        var column = (NumericColumn)Dataset.ParseCsv("id\n9007199254740993\n1\n")["id"];
        Assert.True(column.HasInexactIntegers);
        Assert.False(column.Slice(1, 1).HasInexactIntegers);
    }
}
