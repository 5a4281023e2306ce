using FsCheck;
using FsCheck.Fluent;
using Mlops.Reporting.Rendering;

namespace Mlops.Reporting.Tests.Rendering;

public class SafeTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("plain text", "plain text")]
    [InlineData("  a \t b\r\n c  ", "a b c")]
    [InlineData("a\0b\u001bc\u0085d", "a\uFFFDb\uFFFDc d")]
    [InlineData("a\u202Eb\u2066c", "a\uFFFDb\uFFFDc")]
    [InlineData("a\u2028b", "a b")]
    [InlineData("Größe 日本 👩‍👧", "Größe 日本 👩‍👧")]
    [InlineData("no\u00A0break", "no\u00A0break")]
    public void OneLine_AnyText_IsSafe(string? text, string expected) => Assert.Equal(expected, SafeText.OneLine(text));

    [Fact]
    public void OneLine_LoneSurrogatesAndNoncharacters_AreReplaced() =>
        Assert.Equal("a\uFFFDb\uFFFDc\uFFFDd\uFFFD", SafeText.OneLine("a\ud800b\udc00c\uFFFEd\uFDD0"));

    [Fact]
    public void Lines_AnyLineEnds_SplitAndEachIsSafe()
    {
        Assert.Equal(["a b", "", "c\uFFFD"], SafeText.Lines("a\tb\r\n\nc\0"));
        Assert.Empty(SafeText.Lines(""));
        Assert.Empty(SafeText.Lines(null));
    }

    [Fact]
    public void OneLine_Twice_IsTheSame() =>
        Check.One(
            Config.QuickThrowOnFailure.WithReplay(1, 3),
            Prop.ForAll(
                ArbitraryDocuments.Text.ToArbitrary(),
                text => SafeText.OneLine(SafeText.OneLine(text)) == SafeText.OneLine(text)
            )
        );
}
