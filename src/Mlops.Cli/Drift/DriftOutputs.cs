using System.Text;
using Mlops.Drift;
using Mlops.Drift.Presets;
using Mlops.Reporting;
using Mlops.Reporting.Checks;
using Mlops.Reporting.Rendering;
using Mlops.Reporting.Rendering.JUnit;
using Mlops.Serialization;

namespace Mlops.Cli.Drift;

/// <summary>Writes the report in every form that was asked for, to files or to standard output.</summary>
internal static class DriftOutputs
{
    private const string StandardOutput = "-";

    /// <summary>Refuses what could not be written: before minutes of reading, not after.</summary>
    public static void Check(DriftRequest request)
    {
        var printed = Printable(request)
            .Where(form => form.Path == StandardOutput)
            .Select(form => form.Option)
            .ToList();
        if (printed.Count > 1)
        {
            throw new CliException(
                $"{printed[0]} - and {printed[1]} - both print to standard output; give one of them a file."
            );
        }

        foreach (
            var path in Printable(request).Select(form => form.Path).Append(request.Html).Append(request.SaveBaseline)
        )
        {
            if (path is not (null or StandardOutput))
            {
                AtomicFile.ThrowIfNoFolder(path);
            }
        }
    }

    public static void Write(DriftRequest request, DriftBaseline baseline, DriftReport report, TextWriter output)
    {
        if (request.SaveBaseline is { } baselinePath)
        {
            baseline.Save(baselinePath, request.KeepValues ? BaselineDetail.Values : BaselineDetail.Binned);
        }

        if (!WriteForms(request, new(report, report, report.ToEnvelope), output))
        {
            ConsoleReport.Write(report, request, output);
        }
    }

    public static void Write(DriftRequest request, PresetReport report, TextWriter output)
    {
        if (!WriteForms(request, new(report, report, report.ToEnvelope), output))
        {
            PresetConsole.Write(report, output);
        }
    }

    /// <summary>Writes the files, and prints what was asked to be printed, which it says.</summary>
    private static bool WriteForms(DriftRequest request, Forms report, TextWriter output)
    {
        if (request.Html is { } html)
        {
            report.Document.ToDocument().SaveHtml(html);
        }

        var isPrinted = false;
        foreach (var (_, path, render) in Printable(request))
        {
            if (path == StandardOutput)
            {
                output.WriteLine(render(report).TrimEnd('\n'));
                isPrinted = true;
            }
            else if (path is not null)
            {
                AtomicFile.WriteAllBytes(path, Encoding.UTF8.GetBytes(render(report)));
            }
        }

        return isPrinted;
    }

    private static IEnumerable<(string Option, string? Path, Func<Forms, string> Render)> Printable(
        DriftRequest request
    ) =>
        [
            ("--json", request.Json, report => Encoding.UTF8.GetString(report.Envelope().Bytes.Span)),
            ("--markdown", request.Markdown, report => report.Document.ToDocument().ToMarkdown()),
            ("--junit", request.JUnit, report => Checks(request, report).ToJUnit(JUnit(request))),
            ("--sarif", request.Sarif, report => Checks(request, report).ToSarif()),
        ];

    private static CheckSuite Checks(DriftRequest request, Forms report) =>
        report.Checks.ToChecks() with
        {
            Location = Location(request.Current),
        };

    // What fails the build fails the test as well.
    private static JUnitOptions JUnit(DriftRequest request) =>
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

    /// <summary>A report in the forms in which it can be written.</summary>
    private sealed record Forms(IReport Document, ICheckReport Checks, Func<Envelope> Envelope);
}
