using System.Globalization;
using System.Text;
using Mlops.Data.Csv;

namespace Mlops.Data.Tests.Csv;

public sealed class CsvFormatExceptionTests
{
    [Theory]
    [InlineData("a,b\n1,2\n3,4,5\n", 3, "it has 3 fields, the header has 2")]
    [InlineData("a,b\n\n1,\"x\ny\"\n3\n", 5, "it has 1 field, the header has 2")]
    [InlineData("a,b\n  \n", 2, "it has 1 field, the header has 2")]
    [InlineData("a,b\n1,\"x\n2,3\n", 2, "never closed")]
    [InlineData("\"a,b\n1,2\n", 1, "never closed")]
    [InlineData("a,b\n1,x\"y\n", 2, "a quote stands inside a field that is not in quotes")]
    [InlineData("a,b\n\"x\"y,2\n", 2, "text follows the quote that closes a field")]
    [InlineData("a,b,a\n", 1, "columns 1 and 3 are both named 'a'")]
    [InlineData("a,\n1,2\n", 1, "column 2 of 2 has no name")]
    [InlineData("\" \",b\n1,2\n", 1, "column 1 of 2 has no name")]
    [InlineData("a;b\n1;2\n", 1, "Set CsvOptions.Delimiter to ';'")]
    [InlineData("a\tb\n1\t2\n", 1, "Set CsvOptions.Delimiter to '\\t'")]
    [InlineData("a,b\nx\0,2\n", 2, "column 1 'a' holds a NUL character")]
    [InlineData("a\0,b\n1,2\n", 1, "the name of column 1 holds a NUL character")]
    public void ParseCsv_Malformed_SaysWhereAndWhatWouldBeRight(string text, long line, string message)
    {
        var exception = Assert.Throws<CsvFormatException>(() => Dataset.ParseCsv(text));
        Assert.StartsWith(
            string.Create(CultureInfo.InvariantCulture, $"text, line {line}: "),
            exception.Message,
            StringComparison.Ordinal
        );
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", exception.Message, StringComparison.Ordinal);
        Assert.Equal(line, exception.Line);
        Assert.Equal("text", exception.File);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\r\n")]
    [InlineData("\uFEFF")]
    public void ParseCsv_Empty_SaysSo(string text)
    {
        Assert.Equal(
            "text is empty: the first line names the columns.",
            Assert.Throws<CsvFormatException>(() => Dataset.ParseCsv(text)).Message
        );
        Assert.Throws<CsvFormatException>(() => Dataset.ParseCsv(text, new CsvOptions { HasHeader = false }));
    }

    [Fact]
    public void ParseCsv_DelimiterInAQuotedName_IsAName() =>
        Assert.Equal("a;b", Dataset.ParseCsv("\"a;b\"\n1\n").Columns[0].Name);

    [Theory]
    [InlineData("a,b\n1,\u00FF\n", null)]
    [InlineData("a,b\n1,2\n1,\u00FF\n", null)]
    [InlineData("a,b\n1,\u00FF\n", ColumnKind.Number)]
    public void ReadCsv_InvalidUtf8_NamesTheColumn(string latin, ColumnKind? kind)
    {
        var bytes = Encoding.Latin1.GetBytes(latin);
        var kinds = new Dictionary<string, ColumnKind>();
        if (kind is { } stated)
            kinds["b"] = stated;
        var exception = Assert.Throws<CsvFormatException>(() => Read(bytes, new CsvOptions { Kinds = kinds }));
        Assert.Contains("column 2 'b' is not UTF-8", exception.Message, StringComparison.Ordinal);
        Assert.Equal(2, exception.ColumnNumber);
        Assert.Equal("b", exception.ColumnName);
        Assert.Equal("\uFFFD", exception.Value);
        Assert.Equal("latin.csv", exception.File);
        Assert.Equal(latin.Count(c => c == '\n'), exception.Line);
    }

    [Fact]
    public void ReadCsv_InvalidUtf8InTheHeader_SaysWhichColumn()
    {
        var exception = Assert.Throws<CsvFormatException>(() =>
            Read([(byte)'a', (byte)',', 0xFF, 10], new CsvOptions())
        );
        Assert.Contains("the name of column 2 is not UTF-8", exception.Message, StringComparison.Ordinal);
        Assert.Null(exception.ColumnName);
    }

    [Fact]
    public void ParseCsv_NoHeader_RaggedLineIsComparedWithTheFirst()
    {
        var exception = Assert.Throws<CsvFormatException>(() =>
            Dataset.ParseCsv("1,2\n3\n", new CsvOptions { HasHeader = false })
        );
        Assert.Contains("it has 1 field, the first line has 2", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructors_OfTheUsualForm()
    {
        var inner = new FormatException();
        Assert.Same(inner, new CsvFormatException("x", inner).InnerException);
        Assert.Equal("x", new CsvFormatException("x").Message);
        Assert.Equal(0, new CsvFormatException().Line);
    }

    private static Dataset Read(byte[] bytes, CsvOptions options) =>
        Dataset.ReadCsv(
            new MemoryStream(bytes),
            "latin.csv",
            options,
            cancellationToken: TestContext.Current.CancellationToken
        );
}
