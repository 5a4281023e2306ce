using System.Collections;
using Mlops.Data;
using Mlops.Drift.Series;

namespace Mlops.Drift.Tests.Documents;

/// <summary>Results show themselves in a notebook, found as .NET Interactive finds them: by names alone.</summary>
public class NotebookTests
{
    [Theory]
    [InlineData("text/html", "<h2")]
    [InlineData("text/plain", "WHAT TO DO")]
    public void Formatters_OfADriftReport_ShowIt(string mimeType, string part)
    {
        var report = Samples.Compare(DriftBaselineTests.Mixed(200, 1), DriftBaselineTests.Mixed(200, 2));

        Assert.Contains(part, Show(report, mimeType), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Formatters_OfADriftSeries_ShowIt()
    {
        var data = Samples.Numbers("reference", Samples.Normal(500, 1));
        var window = new DatasetWindow("2026", default, default, data);

        var series = DriftSeries.Compare(DriftBaseline.Fit(data), [window]);

        Assert.Contains("2026", Show(series, "text/html"), StringComparison.Ordinal);
    }

    private static string Show(object result, string mimeType)
    {
        object attribute = result
            .GetType()
            .GetCustomAttributes(inherit: true)
            .Single(each => each.GetType().Name == "TypeFormatterSourceAttribute");
        var source = (Type)attribute.GetType().GetProperty("FormatterSourceType")!.GetValue(attribute)!;
        var formatters = (IEnumerable)
            source.GetMethod("CreateTypeFormatters")!.Invoke(Activator.CreateInstance(source), [])!;
        var formatter = formatters
            .Cast<object>()
            .Single(each => (string)each.GetType().GetProperty("MimeType")!.GetValue(each)! == mimeType);
        using var writer = new StringWriter();
        var shown = formatter.GetType().GetMethod("Format")!.Invoke(formatter, [result, writer]);
        Assert.Equal(true, shown);
        return writer.ToString();
    }
}
