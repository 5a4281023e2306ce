using System.Text;
using Mlops.Reporting;
using Mlops.Reporting.Checks;
using Mlops.Reporting.Rendering;
using Mlops.Reporting.Rendering.JUnit;
using Mlops.Serialization;

namespace Mlops.Cli.Outputs;

/// <summary>Writes a report in every form that was asked for, to files or to standard output.</summary>
internal static class ReportOutputs
{
    private const string StandardOutput = "-";

    /// <summary>Refuses what could not be written: before minutes of reading, not after.</summary>
    /// <param name="request">Where the report is to be written.</param>
    /// <param name="others">Other files that will be written.</param>
    public static void Check(OutputRequest request, params IEnumerable<string?> others)
    {
        (string Option, string? Path)[] forms =
        [
            ("--json", request.Json),
            ("--markdown", request.Markdown),
            ("--junit", request.JUnit),
            ("--sarif", request.Sarif),
        ];
        var printed = forms.Where(form => form.Path == StandardOutput).Select(form => form.Option).ToList();
        if (printed.Count > 1)
        {
            throw new CliException(
                $"{printed[0]} - and {printed[1]} - both print to standard output; give one of them a file."
            );
        }

        foreach (var path in forms.Select(form => form.Path).Append(request.Html).Concat(others))
        {
            if (path is not (null or StandardOutput))
            {
                AtomicFile.ThrowIfNoFolder(path);
            }
        }
    }

    /// <summary>Writes the report.</summary>
    /// <param name="request">Where to.</param>
    /// <param name="report">The report.</param>
    /// <param name="envelope">Its serialised form.</param>
    /// <param name="current">The file that it is about.</param>
    /// <param name="output">Standard output.</param>
    /// <returns>Whether a form was printed, so that nothing else should be.</returns>
    public static bool Write<TReport>(
        OutputRequest request,
        TReport report,
        Func<Envelope> envelope,
        string current,
        TextWriter output
    )
        where TReport : IReport, ICheckReport
    {
        if (request.Html is { } html)
        {
            report.ToDocument().SaveHtml(html);
        }

        CheckSuite Checks() => report.ToChecks() with { Location = Location(current) };
        (string? Path, Func<string> Render)[] forms =
        [
            (request.Json, () => Encoding.UTF8.GetString(envelope().Bytes.Span)),
            (request.Markdown, () => report.ToDocument().ToMarkdown()),
            (request.JUnit, () => Checks().ToJUnit(JUnit(request))),
            (request.Sarif, () => Checks().ToSarif()),
        ];
        var isPrinted = false;
        foreach (var (path, render) in forms)
        {
            if (path == StandardOutput)
            {
                output.WriteLine(render().TrimEnd('\n'));
                isPrinted = true;
            }
            else if (path is not null)
            {
                AtomicFile.WriteAllBytes(path, Encoding.UTF8.GetBytes(render()));
            }
        }

        return isPrinted;
    }

    // What fails the build fails the test as well.
    private static JUnitOptions JUnit(OutputRequest request) =>
        new()
        {
            InconclusiveAs = request.FailOn.Contains("inconclusive")
                ? InconclusiveOutcome.Failure
                : InconclusiveOutcome.Skipped,
        };

    // Build servers run in the root of the repository, and know its files by their path from there.
    private static string Location(string path)
    {
        var full = Path.GetFullPath(path);
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), full);
        return Path.IsPathRooted(relative) || relative.StartsWith("..", StringComparison.Ordinal) ? full : relative;
    }
}
