using FsCheck;
using FsCheck.Fluent;
using Mlops.Reporting.Rendering;

namespace Mlops.Reporting.Tests.Rendering;

public class CellTextTests
{
    [Theory]
    [InlineData("abc", 3)]
    [InlineData("日本", 4)]
    [InlineData("e\u0301", 1)]
    [InlineData("ｱ", 1)]
    [InlineData("한", 2)]
    public void Width_Text_IsInCells(string text, int expected) => Assert.Equal(expected, CellText.Width(text));

    [Theory]
    [InlineData("abcdef", 6, "abcdef")]
    [InlineData("abcdef", 4, "abc…")]
    [InlineData("日本語", 4, "日…")]
    [InlineData("e\u0301e\u0301e\u0301", 2, "e\u0301…")]
    [InlineData("ab cd", 4, "ab…")]
    [InlineData("abc", 0, "")]
    public void Truncate_TooLong_EndsWithEllipsis(string text, int cells, string expected) =>
        Assert.Equal(expected, CellText.Truncate(text, cells));

    [Fact]
    public void Truncate_AnyText_Fits() =>
        Check.One(
            Config.QuickThrowOnFailure.WithReplay(1, 5),
            Prop.ForAll(
                ArbitraryDocuments.Text.ToArbitrary(),
                Gen.Choose(0, 30).ToArbitrary(),
                (text, cells) => CellText.Width(CellText.Truncate(SafeText.OneLine(text), cells)) <= cells
            )
        );
}
