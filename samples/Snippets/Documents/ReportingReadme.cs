// <snippet: Document>
using Mlops;
using Mlops.Reporting;
using Mlops.Reporting.Blocks;
using Mlops.Reporting.Rendering;

// </snippet>

namespace Snippets.Documents;

internal static class ReportingReadme
{
    public static void Document()
    {
        // <snippet: Document>
        var report = new ReportDocument(
            "Nightly check",
            [
                new VerdictBlock(Verdict.Pass, "No drift", "Every column stayed within its bound."),
                new TextBlock($"{ReportFormat.Count(41230)} rows were compared with the reference."),
                new TableBlock(
                    "The largest changes.",
                    [new TableColumn("column"), new TableColumn("effect", IsNumeric: true), new TableColumn("verdict")],
                    [
                        ["amount", ReportFormat.Fixed(0.043, 3), new TableCell("", Verdict.Pass)],
                        ["country", ReportFormat.Fixed(0.031, 3), new TableCell("", Verdict.Pass)],
                    ]
                ),
            ]
        );

        report.SaveHtml("report.html");
        Console.Write(report.ToText(width: 72));
        // </snippet>
    }
}
