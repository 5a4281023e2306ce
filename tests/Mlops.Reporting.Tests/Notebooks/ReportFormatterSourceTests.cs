using System.Collections;
using System.Linq.Expressions;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Mlops.Reporting.Notebooks;

namespace Mlops.Reporting.Tests.Notebooks;

/// <summary>Looks results' formatters up by name alone, as notebooks do, which know none of our types.</summary>
public class ReportFormatterSourceTests
{
    [Fact]
    public void Formatters_Document_AreFoundByName()
    {
        var formatters = Find(typeof(ReportDocument));

        Assert.Equal(["text/html", "text/plain"], formatters.Keys);
        Assert.Contains(
            "Drift of credit-risk",
            Write(formatters["text/html"], Samples.Everything),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "Drift of credit-risk\n",
            Write(formatters["text/plain"], Samples.Everything),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Formatters_MarkedReportOrWhatDerivesFromIt_AreFoundByName()
    {
        foreach (var report in new[] { new MarkedReport(), new DerivedReport() })
        {
            Assert.StartsWith(
                "<div class=\"mlr part\"",
                Write(Find(report.GetType())["text/html"], report),
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public void Format_SomethingElse_IsLeftToOthers()
    {
        var format = Find(typeof(ReportDocument))["text/html"];
        using var writer = new StringWriter();

        Assert.False(format("text", writer));
        Assert.Equal("", writer.ToString());
    }

    [Fact]
    public void Format_Html_IsAPartThatTouchesNothingElse()
    {
        var html = Write(Find(typeof(ReportDocument))["text/html"], Samples.Everything);
        var part = XDocument.Parse(html).Root!;

        Assert.Equal("div", part.Name.LocalName);
        Assert.Empty(part.Descendants("h1").Concat(part.Descendants("main")).Concat(part.Descendants("nav")));
        var ids = part.Descendants().Attributes("id").Select(id => id.Value).ToList();
        Assert.All(ids, id => Assert.Matches("^[std]mlr[0-9a-f]{16}-[0-9]+$", id));
        var other = Write(Find(typeof(ReportDocument))["text/html"], Samples.Everything with { Title = "Other" });
        Assert.DoesNotContain(Regex.Match(html, "mlr[0-9a-f]{16}").Value, other, StringComparison.Ordinal);
    }

    private static Dictionary<string, Func<object, TextWriter, bool>> Find(Type type)
    {
        var attribute = type.GetCustomAttributes(true).Single(a => a.GetType().Name == "TypeFormatterSourceAttribute");
        var sourceType = Assert.IsAssignableFrom<Type>(Get(attribute, "FormatterSourceType"));
        // Null means that the notebook's own preference stands.
        Assert.Null(Get(attribute, "PreferredMimeTypes"));
        var source = Activator.CreateInstance(sourceType)!;
        var formatters = Assert.IsAssignableFrom<IEnumerable>(
            sourceType.GetMethod("CreateTypeFormatters")!.Invoke(source, null)
        );
        return formatters.Cast<object>().ToDictionary(f => (string)Get(f, "MimeType")!, Compile);
    }

    private static Func<object, TextWriter, bool> Compile(object formatter)
    {
        var (value, writer) = (Expression.Parameter(typeof(object)), Expression.Parameter(typeof(TextWriter)));
        var call = Expression.Call(
            Expression.Constant(formatter),
            formatter.GetType().GetMethod("Format")!,
            value,
            writer
        );
        return Expression.Lambda<Func<object, TextWriter, bool>>(call, value, writer).Compile();
    }

    private static object? Get(object from, string property) =>
        from.GetType().GetProperty(property)!.GetGetMethod()!.Invoke(from, null);

    private static string Write(Func<object, TextWriter, bool> format, object value)
    {
        using var writer = new StringWriter();
        Assert.True(format(value, writer));
        return writer.ToString();
    }

    [TypeFormatterSource(typeof(ReportFormatterSource))]
    private class MarkedReport : IReport
    {
        public ReportDocument ToDocument() => Samples.Everything;
    }

    private sealed class DerivedReport : MarkedReport;
}
