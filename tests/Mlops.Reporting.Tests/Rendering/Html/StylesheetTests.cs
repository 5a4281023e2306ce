using System.Globalization;
using System.Text.RegularExpressions;
using Mlops.Reporting.Rendering.Html;

namespace Mlops.Reporting.Tests.Rendering.Html;

public class StylesheetTests
{
    [Fact]
    public void Report_Selectors_AreAllScoped()
    {
        var rules = Regex.Replace(Stylesheet.Report, "@media[^{]*\\{", "");

        var selectors = Regex
            .Matches(rules, "([^{}]+)\\{")
            .SelectMany(m => m.Groups[1].Value.Split(','))
            .Select(s => s.Trim())
            .ToList();

        Assert.NotEmpty(selectors);
        Assert.All(selectors, selector => Assert.StartsWith(".mlr", selector, StringComparison.Ordinal));
    }

    [Fact]
    public void Sheets_Markup_StaysInsideTheStyleElement()
    {
        var all = Stylesheet.Report + Stylesheet.Page;

        Assert.DoesNotMatch("[<&]|url\\(|@import", all);
        Assert.Equal(all.Count(c => c == '{'), all.Count(c => c == '}'));
    }

    [Theory]
    [InlineData("ink", "paper", 7)]
    [InlineData("ink", "pass-soft", 7)]
    [InlineData("ink", "fail-soft", 7)]
    [InlineData("ink", "open-soft", 7)]
    [InlineData("muted", "paper", 4.5)]
    [InlineData("current", "paper", 4.5)]
    [InlineData("pass", "paper", 4.5)]
    [InlineData("fail", "paper", 4.5)]
    [InlineData("open", "paper", 4.5)]
    [InlineData("pass", "pass-soft", 4.5)]
    [InlineData("fail", "fail-soft", 4.5)]
    [InlineData("open", "open-soft", 4.5)]
    [InlineData("reference-line", "paper", 3)]
    public void Colours_Contrast_IsEnoughInBothSchemes(string text, string background, double least)
    {
        foreach (var scheme in Schemes())
        {
            Assert.InRange(Contrast(scheme[text], scheme[background]), least, 21);
        }
    }

    [Fact]
    public void Shades_TextOverThem_CanBeRead()
    {
        var opacities = Regex
            .Matches(Stylesheet.Report, "\\.s(\\d)\\{fill-opacity:([.\\d]+)\\}")
            .Select(m => double.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture))
            .ToList();
        Assert.Equal(7, opacities.Count);
        foreach (var scheme in Schemes())
        {
            for (var level = 0; level < opacities.Count; level++)
            {
                var shade = Mix(scheme["current"], scheme["paper"], opacities[level]);
                Assert.InRange(Contrast(scheme[level < 6 ? "ink" : "paper"], shade), 4.5, 21);
            }

            Assert.InRange(Contrast(scheme["paper"], Mix(scheme["current"], scheme["ink"], 0.7)), 4.5, 21);
        }
    }

    [Fact]
    public void ReferenceAndCurrent_Grey_CanBeToldApart()
    {
        foreach (var scheme in Schemes())
        {
            Assert.InRange(Contrast(scheme["reference"], scheme["current"]), 3, 21);
        }
    }

    private static List<Dictionary<string, double[]>> Schemes()
    {
        var blocks = Stylesheet.Report.Split("color-scheme:");
        Dictionary<string, double[]>[] schemes =
        [
            Variables(blocks[0]),
            Variables(Stylesheet.Report.Split("prefers-color-scheme:dark")[1].Split("}}")[0]),
        ];
        Assert.All(schemes, scheme => Assert.Equal(15, scheme.Count));
        return [.. schemes];
    }

    private static Dictionary<string, double[]> Variables(string css) =>
        Regex
            .Matches(css, "--([a-z-]+):#([0-9a-f]+)")
            .ToDictionary(m => m.Groups[1].Value, m => Rgb(m.Groups[2].Value));

    private static double[] Rgb(string hex)
    {
        var full = hex.Length == 3 ? string.Concat(hex.Select(c => $"{c}{c}")) : hex;
        return [.. Enumerable.Range(0, 3).Select(i => Convert.ToInt32(full.Substring(2 * i, 2), 16) / 255.0)];
    }

    private static double[] Mix(double[] over, double[] under, double share) =>
        [.. over.Zip(under, (a, b) => (a * share) + (b * (1 - share)))];

    // The contrast ratio of the Web Content Accessibility Guidelines 2.1.
    private static double Contrast(double[] a, double[] b)
    {
        var (x, y) = (Luminance(a), Luminance(b));
        return (Math.Max(x, y) + 0.05) / (Math.Min(x, y) + 0.05);
    }

    private static double Luminance(double[] rgb)
    {
        var linear = rgb.Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * linear[0]) + (0.7152 * linear[1]) + (0.0722 * linear[2]);
    }
}
