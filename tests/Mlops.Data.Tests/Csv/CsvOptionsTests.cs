using System.Globalization;
using Mlops.Data.Csv;

namespace Mlops.Data.Tests.Csv;

public sealed class CsvOptionsTests
{
    [Theory]
    [InlineData('"')]
    [InlineData('\n')]
    [InlineData('\r')]
    [InlineData('\0')]
    [InlineData('é')]
    public void Delimiter_NotOne_Throws(char delimiter) =>
        Assert.Throws<ArgumentException>(() => new CsvOptions { Delimiter = delimiter });

    [Fact]
    public void Culture_DecimalSeparatorOfTwoCharacters_Throws()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = "::";
        Assert.Contains(
            "'::'",
            Assert.Throws<ArgumentException>(() => new CsvOptions { Culture = culture }).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Nulls_Throw()
    {
        Assert.Throws<ArgumentNullException>(() => new CsvOptions { Culture = null! });
        Assert.Throws<ArgumentNullException>(() => new CsvOptions { MissingTokens = null! });
        Assert.Throws<ArgumentNullException>(() => new CsvOptions { MissingTokens = [null!] });
        Assert.Throws<ArgumentNullException>(() => new CsvOptions { Kinds = null! });
    }

    [Fact]
    public void Kinds_NotAKind_NamesTheColumn()
    {
        var kinds = new Dictionary<string, ColumnKind> { ["x"] = (ColumnKind)7 };
        Assert.Contains(
            "'x' is 7",
            Assert.Throws<ArgumentException>(() => new CsvOptions { Kinds = kinds }).Message,
            StringComparison.Ordinal
        );
    }
}
