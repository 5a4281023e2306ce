using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Mlops.Reporting.Rendering;
using Mlops.Reporting.Rendering.Markdown;

namespace Mlops.Reporting.Tests.Rendering.Markdown;

public class MarkdownTextTests
{
    [Theory]
    [InlineData("debt_ratio", "debt_ratio")]
    [InlineData("__init__", "\\_\\_init\\_\\_")]
    [InlineData("a|b`c*d", "a\\|b\\`c\\*d")]
    [InlineData("<b>&", "&lt;b&gt;&amp;")]
    [InlineData("[x](y)", "\\[x\\](y)")]
    [InlineData("0.31", "0.31")]
    [InlineData("1. item", "1\\. item")]
    [InlineData("-0.5", "-0.5")]
    [InlineData("- item", "\\- item")]
    [InlineData("---", "\\---")]
    [InlineData("# title #12", "\\# title \\#12")]
    [InlineData("@team, a@b.org", "@\u200Bteam, a@b.org")]
    [InlineData("$x$", "\\$x\\$")]
    public void Escape_Markup_IsShownAsWritten(string text, string expected) =>
        Assert.Equal(expected, MarkdownText.Escape(text));

    [Fact]
    public void Escape_AnyText_KeepsItAndLeavesNoMarkup() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(1, 3),
            Prop.ForAll(
                ArbitraryDocuments.Text.ToArbitrary(),
                text =>
                {
                    var escaped = MarkdownText.Escape(text);
                    var bare = Regex.Replace(escaped, @"\\[\\`*_\[\]|~#$.)+=-]|&(amp|lt|gt);", "");
                    return Unescape(escaped) == SafeText.OneLine(text).Replace("\u200B", "", StringComparison.Ordinal)
                        && !Regex.IsMatch(bare, "[`*\\[\\]|<>~$]");
                }
            )
        );

    private static string Unescape(string markdown) =>
        Regex
            .Replace(markdown, @"\\([\\`*_\[\]|~#$.)+=-])", "$1")
            .Replace("\u200B", "", StringComparison.Ordinal)
            .Replace("&lt;", "<", StringComparison.Ordinal)
            .Replace("&gt;", ">", StringComparison.Ordinal)
            .Replace("&amp;", "&", StringComparison.Ordinal);
}
