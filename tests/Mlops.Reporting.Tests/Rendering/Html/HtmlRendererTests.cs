using System.Text.RegularExpressions;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Mlops.Reporting.Blocks;
using Mlops.Reporting.Rendering;

namespace Mlops.Reporting.Tests.Rendering.Html;

public class HtmlRendererTests
{
    private static readonly string[] Elements =
    [
        "a",
        "body",
        "caption",
        "circle",
        "desc",
        "details",
        "div",
        "figcaption",
        "figure",
        "g",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "html",
        "li",
        "main",
        "meta",
        "nav",
        "ol",
        "p",
        "path",
        "section",
        "span",
        "style",
        "summary",
        "svg",
        "table",
        "tbody",
        "td",
        "text",
        "th",
        "thead",
        "title",
        "tr",
        "tspan",
        "ul",
    ];

    public static TheoryData<string> Pages => ["everything", "degenerate"];

    [Fact]
    public void ToHtml_AnyDocument_IsWellFormedAndLoadsNothing() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(150).WithReplay(1, 3),
            Prop.ForAll(ArbitraryDocuments.Documents, document => AssertSafe(document.ToHtml()))
        );

    [Theory]
    [MemberData(nameof(Pages))]
    public void ToHtml_Numbers_AreFiniteInEveryAttribute(string name)
    {
        var page = XDocument.Parse(Page(name));

        foreach (var svg in page.Descendants("svg"))
        {
            foreach (
                var attribute in svg.DescendantsAndSelf()
                    .Attributes()
                    .Where(a => a.Name.LocalName is "d" or "x" or "y" or "viewBox")
            )
            {
                Assert.Matches("^[MmLlHhVvAaZz0-9 .\\-]*$", attribute.Value);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void ToHtml_Page_HasLandmarksAndOneH1(string name)
    {
        var page = XDocument.Parse(Page(name));

        Assert.Equal("en", page.Root!.Attribute("lang")!.Value);
        Assert.Single(page.Descendants("h1"));
        Assert.Single(page.Descendants("main"));
        Assert.Single(page.Descendants("header"));
        var skip = page.Descendants("a").First();
        Assert.Equal("#" + page.Descendants("main").Single().Attribute("id")!.Value, skip.Attribute("href")!.Value);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void ToHtml_Headings_SkipNoLevel(string name) => AssertNoLevelSkipped(XDocument.Parse(Page(name)));

    [Theory]
    [MemberData(nameof(Pages))]
    public void ToHtml_TablesAndImages_AreNamed(string name)
    {
        var page = XDocument.Parse(Page(name));

        Assert.All(
            page.Descendants("table"),
            table => Assert.Equal("caption", table.Elements().First().Name.LocalName)
        );
        Assert.All(page.Descendants("th"), th => Assert.Contains(th.Attribute("scope")?.Value, new[] { "row", "col" }));
        Assert.All(page.Descendants("svg"), svg => Assert.Equal("title", svg.Elements().First().Name.LocalName));
        var images = page.Descendants("svg").Where(svg => svg.Attribute("aria-hidden") is null).ToList();
        Assert.All(images, svg => Assert.Equal("img", svg.Attribute("role")!.Value));
        Assert.All(images, svg => Assert.Single(svg.Elements("desc")));
        Assert.All(
            images,
            svg => Assert.Equal(svg.Attribute("aria-labelledby")!.Value, svg.Element("title")!.Attribute("id")!.Value)
        );
        Assert.All(page.Descendants("figure"), figure => Assert.Single(figure.Descendants("table")));
        var ids = page.Descendants().Attributes("id").Select(id => id.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void ToHtml_Contents_LinkToSections()
    {
        var page = XDocument.Parse(Samples.Everything.ToHtml());

        var links = page.Descendants("nav").Single().Descendants("a").ToList();
        Assert.Equal(["Changes", "Over time", "Details"], links.Select(a => a.Value));
        Assert.All(
            links,
            a =>
                Assert.Equal(
                    a.Value,
                    page.Descendants("h2")
                        .Single(h => "#" + h.Attribute("id")?.Value == a.Attribute("href")!.Value)
                        .Value
                )
        );
    }

    [Fact]
    public void ToHtml_Verdicts_AreWordsAsWellAsColours()
    {
        var page = XDocument.Parse(Samples.Everything.ToHtml());

        var words = page.Descendants()
            .Where(e => e.Attribute("class")?.Value.Contains("badge", StringComparison.Ordinal) == true);
        Assert.All(words, badge => Assert.Matches("Pass|Fail|Inconclusive", badge.Parent!.Value));
        var banner = page.Descendants("div").Single(e => e.Attribute("class")?.Value == "verdict fail");
        Assert.Contains("Fail", banner.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void ToHtml_NoVerdictBlock_ShowsTheDocumentsVerdict()
    {
        var html = new ReportDocument("t", []) { Verdict = Verdict.Inconclusive }.ToHtml();

        Assert.Contains("Inconclusive</span>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void ToHtml_HostileNames_AreText()
    {
        var html = Samples.Everything.ToHtml();

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(Samples.Script, XDocument.Parse(html).Descendants("th").Select(th => th.Value));
        Assert.Contains(Samples.Image, XDocument.Parse(html).Descendants("th").Select(th => th.Value));
    }

    [Fact]
    public void ToHtml_LongForest_IsCutIntoPanelsThatFitAPage()
    {
        var rows = Enumerable.Range(0, 100).Select(i => new IntervalRow($"r{i}", 0.1, 0, 0.2, null)).ToList();
        var page = XDocument.Parse(
            new ReportDocument("t", [new IntervalChart("t", "d", "a", 0.1, "b", rows)]).ToHtml()
        );

        var heights = page.Descendants("svg")
            .Select(svg => double.Parse(svg.Attribute("viewBox")!.Value.Split(' ')[3], null))
            .ToList();
        Assert.Equal(3, heights.Count);
        Assert.All(heights, height => Assert.True(height < 1000));
    }

    [Fact]
    public void ToHtml_OneChart_IsSmall()
    {
        var empty = new ReportDocument("t", []).ToHtml().Length;
        var chart = Samples.Everything.Blocks.OfType<HistogramChart>().Single();
        var charts = Enumerable.Repeat((ReportBlock)chart, 100).ToList();

        Assert.True((new ReportDocument("t", charts).ToHtml().Length - empty) / 100 < 5000);
    }

    private static string Page(string name) =>
        (name == "everything" ? Samples.Everything : Samples.Degenerate).ToHtml();

    private static bool AssertSafe(string html)
    {
        var page = XDocument.Parse(html);
        Assert.All(page.Descendants(), e => Assert.Contains(e.Name.LocalName, Elements));
        Assert.All(
            page.Descendants().Attributes(),
            a => Assert.DoesNotMatch("^(src|on.*|style|xlink:href)$", a.Name.LocalName)
        );
        Assert.All(
            page.Descendants().Attributes("href"),
            a => Assert.StartsWith("#", a.Value, StringComparison.Ordinal)
        );
        Assert.DoesNotMatch("(?i)url\\(|@import|http", string.Concat(page.Descendants("style").Select(e => e.Value)));
        Assert.DoesNotMatch("=\"[^\"]*\\b(NaN|Infinity)\\b", Regex.Replace(html, "(aria-label)=\"[^\"]*\"", ""));
        AssertNoLevelSkipped(page);
        return true;
    }

    private static void AssertNoLevelSkipped(XDocument page)
    {
        var levels = page.Descendants()
            .Where(e => Regex.IsMatch(e.Name.LocalName, "^h[1-6]$"))
            .Select(e => e.Name.LocalName[1] - '0');
        var previous = 0;
        foreach (var level in levels)
        {
            Assert.True(level <= previous + 1, $"h{level} after h{previous}");
            previous = level;
        }
    }
}
