using System.IO.Compression;
using System.Text;
using System.Text.Json;
using FsCheck.Fluent;
using Mlops.Data.JsonLines;

namespace Mlops.Data.Tests.JsonLines;

public sealed class JsonLinesTests
{
    [Theory]
    [InlineData("1|2|-3", ColumnKind.Number, SourceType.Integer)]
    [InlineData("1|2.5|1e3", ColumnKind.Number, SourceType.Double)]
    [InlineData("null|null", ColumnKind.Number, SourceType.Double)]
    [InlineData("true|null|false", ColumnKind.Boolean, SourceType.Boolean)]
    [InlineData("\"2020-01-01\"|\"2020-01-01T10:00:00Z\"", ColumnKind.Time, SourceType.Timestamp)]
    [InlineData("\"2020-01-01\"|\"soon\"", ColumnKind.Category, SourceType.Text)]
    [InlineData("\"1\"|\"2\"", ColumnKind.Category, SourceType.Text)]
    [InlineData("1|\"2\"", ColumnKind.Category, SourceType.Text)]
    [InlineData("1|true", ColumnKind.Category, SourceType.Text)]
    [InlineData("[1,2]|null|[3,4.5]", ColumnKind.Embedding, SourceType.Single)]
    public void ParseJsonLines_AColumn_IsFoundFromAllItsValues(string values, ColumnKind kind, SourceType source)
    {
        var dataset = Parse([.. values.Split('|').Select(value => $"{{\"x\":{value}}}")]);
        Assert.Equal(kind, dataset["x"].Kind);
        Assert.Equal(source, dataset["x"].SourceType);
        Assert.Equal(default, dataset["x"].Failures);
    }

    [Fact]
    public void ParseJsonLines_Columns_AreThoseOfAllLinesInTheirOrder()
    {
        var dataset = Parse("""{"a":1}""", "", """{"c":"x","b":true}""", "  ", """{"a":null,"d":2}""");
        Assert.Equal(["a", "c", "b", "d"], dataset.Columns.Select(column => column.Name));
        Assert.Equal(new object?[] { 1.0, null, null }, Same.ValuesOf(dataset["a"]));
        Assert.Equal(new object?[] { null, "x", null }, Same.ValuesOf(dataset["c"]));
        Assert.Equal(new object?[] { null, null, 2.0 }, Same.ValuesOf(dataset["d"]));
    }

    [Fact]
    public void ParseJsonLines_MixedTypes_KeepTheSpelling()
    {
        var dataset = Parse("""{"x":1.50}""", """{"x":"a\u00e9\n"}""", """{"x":true}""", """{"x":1e2}""");
        Assert.Equal(new object?[] { "1.50", "aé\n", "true", "1e2" }, Same.ValuesOf(dataset["x"]));
    }

    [Fact]
    public void FlattenDepth_Levels_BecomeNamesWithPoints()
    {
        string[] lines = ["""{"a":{"b":1,"c":{"d":"x"}},"e":2}""", """{"e":3,"a":{"c":{},"b":4}}""", """{"a":null}"""];
        var flat = Parse(lines);
        Assert.Equal(["a.b", "a.c.d", "e"], flat.Columns.Select(column => column.Name));
        Assert.Equal(new object?[] { 1.0, 4.0, null }, Same.ValuesOf(flat["a.b"]));
        var one = Parse(new JsonLinesOptions { FlattenDepth = 1 }, lines);
        Assert.Equal(["a.b", "a.c", "e"], one.Columns.Select(column => column.Name));
        Assert.Equal(new object?[] { """{"d":"x"}""", "{}", null }, Same.ValuesOf(one["a.c"]));
        Assert.Equal(
            ["a", "e"],
            Parse(new JsonLinesOptions { FlattenDepth = 0 }, lines).Columns.Select(column => column.Name)
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => new JsonLinesOptions { FlattenDepth = -1 });
    }

    [Fact]
    public void Kinds_Stated_ConvertAndCount()
    {
        var kinds = new Dictionary<string, ColumnKind>
        {
            ["n"] = ColumnKind.Number,
            ["t"] = ColumnKind.Text,
            ["e"] = ColumnKind.Embedding,
            ["tags"] = ColumnKind.Category,
        };
        var dataset = Parse(
            new JsonLinesOptions { Kinds = kinds },
            """{"n":"1.5","t":7,"e":[1,2],"tags":["a","b"]}""",
            """{"n":"x","t":"y","e":[1],"tags":null}""",
            """{"n":true,"t":[1, 2],"e":"[3,4]","tags":[]}"""
        );
        Assert.Equal(new object?[] { 1.5, null, 1.0 }, Same.ValuesOf(dataset["n"]));
        Assert.Equal(new ConversionFailures(1, 1, "x"), dataset["n"].Failures);
        Assert.Equal(new object?[] { "7", "y", "[1, 2]" }, Same.ValuesOf(dataset["t"]));
        Assert.Equal(new object?[] { "1 2", null, "3 4" }, Same.ValuesOf(dataset["e"]));
        Assert.Equal(new ConversionFailures(1, 1, "[1]"), dataset["e"].Failures);
        Assert.Equal(new object?[] { """["a","b"]""", null, "[]" }, Same.ValuesOf(dataset["tags"]));
    }

    [Fact]
    public void Options_UnknownNames_ListTheNearest()
    {
        var options = new JsonLinesOptions { Without = ["agee"] };
        foreach (
            Action read in (Action[])[() => Parse(options, """{"age":1}"""), () => _ = Stream(options, """{"age":1}""")]
        )
            Assert.Contains("Nearest: 'age'", Assert.Throws<ArgumentException>(read).Message, StringComparison.Ordinal);
        Assert.Empty(Parse(options with { Without = ["tags"] }, """{"tags":[[]]}""").Columns);
    }

    [Theory]
    [InlineData("""{"a":1}|{"a":}""", 2, "not JSON from byte 6 on")]
    [InlineData("""{"a":1}|{"a":1""", 2, "not JSON")]
    [InlineData("""{"a":1} {"a":2}""", 1, "not JSON from byte 9 on")]
    [InlineData("""{'a':1}""", 1, "double quotes")]
    [InlineData("[1,2]", 1, "no object")]
    [InlineData("7", 1, "no object")]
    [InlineData("""{"a":1,"b":2,"a":3}""", 1, "property 'a' comes twice")]
    [InlineData("""{"a.b":1,"a":{"b":2}}""", 1, "property 'a.b' comes twice")]
    [InlineData("""{"":1}""", 1, "has no name")]
    [InlineData("""{"a":[1,2]}|{"a":[1,2,3]}""", 2, "an array of 3 numbers, and of 2 on lines before")]
    [InlineData("""{"a":[1,2]}|{"a":[]}""", 2, "an array of 0 numbers, and of 2")]
    [InlineData("""{"a":[1,2]}|{"a":3}""", 2, "no array, and arrays on lines before")]
    [InlineData("""{"a":3}|{"a":[1,2]}""", 2, "holds an array, and single values")]
    [InlineData("""{"a":["x"]}""", 1, "not all numbers")]
    [InlineData("""{"a":[1e39]}""", 1, "beyond the range of a float")]
    [InlineData("""{"a":"\u0000"}""", 1, "NUL character")]
    [InlineData("""{"a":"\ud800"}""", 1, "surrogate pair")]
    public void ParseJsonLines_Malformed_SaysWhereAndWhatWouldBeRight(string lines, long line, string message)
    {
        foreach (var newLine in (string[])["\n", "\r\n"])
        {
            var text = lines.Replace("|", newLine, StringComparison.Ordinal) + newLine;
            var exception = Assert.Throws<JsonLinesFormatException>(() => Dataset.ParseJsonLines(text));
            Assert.StartsWith($"text, line {line}: ", exception.Message, StringComparison.Ordinal);
            Assert.Contains(message, exception.Message, StringComparison.Ordinal);
            Assert.Equal(line, exception.Line);
            Assert.Equal("text", exception.File);
            Assert.NotEmpty(exception.Excerpt!);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n \n")]
    [InlineData("{}\n{}\n")]
    public void ParseJsonLines_NoProperty_SaysSo(string text) =>
        Assert.Contains(
            "text has no property on any line",
            Assert.Throws<JsonLinesFormatException>(() => Dataset.ParseJsonLines(text)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void MaxLineBytes_LongerLine_Throws()
    {
        var options = new JsonLinesOptions { MaxLineBytes = 20 };
        Assert.Equal(1, Parse(options, """{"a":"0123456789ab"}""").RowCount);
        var exception = Assert.Throws<JsonLinesFormatException>(() =>
            Parse(options, """{"a":1}""", """{"a":"0123456789abc"}""")
        );
        Assert.Contains("line 2: it is longer than 20 bytes", exception.Message, StringComparison.Ordinal);
        var endless = new string('[', 1_000_000);
        Assert.Contains(
            "longer than 1000 bytes",
            Assert
                .Throws<JsonLinesFormatException>(() =>
                    Dataset.ParseJsonLines(endless, new JsonLinesOptions { MaxLineBytes = 1000 })
                )
                .Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void ReadJsonLines_ByteOrderMarkAndNoLastBreak_AreNoMatter()
    {
        using var stream = new MemoryStream([0xEF, 0xBB, 0xBF, .. """{"a":1}"""u8]);
        Assert.Equal(1.0, Same.ValueOf(Dataset.ReadJsonLines(stream, "x", null, null, Token)["a"], 0));
    }

    [Fact]
    public void ReadJsonLines_NotUtf8_NamesTheColumn()
    {
        using var stream = new MemoryStream([.. """{"a":"""u8, (byte)'"', 0xFF, (byte)'"', (byte)'}']);
        var exception = Assert.Throws<JsonLinesFormatException>(() =>
            Dataset.ReadJsonLines(stream, "x", null, null, Token)
        );
        Assert.Contains("column 'a' is not UTF-8", exception.Message, StringComparison.Ordinal);
        Assert.Equal("a", exception.ColumnName);
    }

    [Fact]
    public void ParseJsonLines_OfAnyDataset_IsThatDataset() =>
        Laws.Hold(
            from dataset in Laws.Datasets
            from rows in Gen.Choose(1, 50)
            select (dataset, rows),
            law =>
            {
                var kinds = law.dataset.Columns.ToDictionary(column => column.Name, column => column.Kind);
                var options = new JsonLinesOptions { Kinds = kinds, ChunkRows = law.rows };
                string[] lines = [.. Enumerable.Range(0, law.dataset.RowCount).Select(row => Write(law.dataset, row))];
                if (lines.Length == 0)
                    return;
                var whole = Parse(options, lines);
                Dataset[] chunks = Stream(options, lines);
                Assert.Equal((lines.Length + law.rows - 1) / law.rows, chunks.Length);
                foreach (var column in law.dataset.Columns)
                {
                    Assert.Equal(Same.ValuesOf(column), Same.ValuesOf(whole[column.Name]));
                    Assert.Equal(Same.ValuesOf(column), chunks.SelectMany(chunk => Same.ValuesOf(chunk[column.Name])));
                }
            }
        );

    [Fact]
    public void StreamJsonLines_LaterColumnsAndKinds_JoinTheirChunks()
    {
        string[] lines =
        [
            """{"a":1,"e":[1,2]}""",
            """{"a":2,"o":null}""",
            """{"a":"x","b":true}""",
            """{"e":[1,2,3],"o":{"p":1}}""",
            """{"b":"?"}""",
        ];
        Dataset[] chunks = Stream(new JsonLinesOptions { ChunkRows = 2 }, lines);
        Assert.Equal(3, chunks.Length);
        Assert.Equal(["a", "e", "o"], chunks[0].Columns.Select(column => column.Name));
        Assert.Equal(["a", "e", "b", "o.p"], chunks[1].Columns.Select(column => column.Name));
        Assert.Equal(new ConversionFailures(1, 0, "x"), chunks[1]["a"].Failures);
        Assert.Equal(new ConversionFailures(1, 1, "[1,2,3]"), chunks[1]["e"].Failures);
        Assert.Equal(2, ((EmbeddingColumn)chunks[2]["e"]).Dimensions);
        Assert.Equal(new ConversionFailures(1, 0, "?"), chunks[2]["b"].Failures);
    }

    [Fact]
    public void StreamJsonLines_GzipFile_IsUnpacked()
    {
        var path = Path.GetTempFileName();
        try
        {
            using (var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest))
                gzip.Write(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":1}\n", 1000))));
            Assert.Equal(1000, Dataset.ReadJsonLines(path, null, null, Token).RowCount);
            Assert.Equal(1000, Dataset.StreamJsonLines(path, null, null, Token).Sum(chunk => chunk.RowCount));
        }
        finally
        {
            File.Delete(path);
        }

        Assert.Throws<FileNotFoundException>(() => Dataset.ReadJsonLines(path, null, null, Token));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Dataset Parse(params string[] lines) => Parse(new JsonLinesOptions(), lines);

    private static Dataset Parse(JsonLinesOptions options, params string[] lines) =>
        Dataset.ParseJsonLines(string.Join('\n', lines), options);

    private static Dataset[] Stream(JsonLinesOptions options, params string[] lines)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Join('\n', lines));
        return [.. Dataset.StreamJsonLines(new MemoryStream(bytes), "text", options, null, Token)];
    }

    private static string Write(Dataset dataset, int row)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            foreach (var column in dataset.Columns)
            {
                switch (Same.ValueOf(column, row))
                {
                    case null:
                        writer.WriteNull(column.Name);
                        break;
                    case double number when double.IsFinite(number):
                        writer.WriteNumber(column.Name, number);
                        break;
                    case bool boolean:
                        writer.WriteBoolean(column.Name, boolean);
                        break;
                    default:
                        writer.WriteString(column.Name, ((CategoryColumn)column.ConvertTo(ColumnKind.Category))[row]);
                        break;
                }
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
