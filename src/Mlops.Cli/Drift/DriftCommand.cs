using System.CommandLine;

namespace Mlops.Cli.Drift;

/// <summary><c>mlops drift</c>: its arguments and options.</summary>
internal static class DriftCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var reference = new Argument<string>("REFERENCE")
        {
            Description = "The reference: a CSV file, or a baseline that --save-baseline wrote.",
        };
        var current = new Argument<string>("CURRENT") { Description = "The data to compare with it: a CSV file." };
        var label = Columns("--label", "A column that holds what happened; may be repeated.");
        var prediction = Columns("--prediction", "A column that holds what a model said.");
        var id = Columns("--id", "A column that identifies the row; it is not judged.");
        var time = Columns("--time", "The column with the time of the row; it is not judged.");
        var exclude = Columns("--exclude", "A column to leave out.");
        var feature = Columns("--feature", "A column to judge although it looks like an identifier.");
        var isProtected = Columns("--protected", "A protected attribute; it is judged, and marked.");
        var bound = new Option<double?>("--bound")
        {
            Description = "The change that is tolerated, a Jensen-Shannon distance between 0 and 1. [default: 0.1]",
            HelpName = "DISTANCE",
        };
        var missing = new Option<string[]>("--missing")
        {
            Description = "A text that stands for a missing value. [default: empty and NA]",
            HelpName = "TEXT",
        };
        var delimiter = new Option<string?>("--delimiter")
        {
            Description = "What separates fields, one character or 'tab'. [default: ,]",
            HelpName = "CHARACTER",
        };
        var culture = new Option<string?>("--culture")
        {
            Description = "How numbers are written, such as de-DE for a decimal comma. [default: invariant]",
            HelpName = "NAME",
        };
        var config = new Option<string?>("--config")
        {
            Description = "A file with roles and settings. [default: mlops.json where there is one]",
            HelpName = "FILE",
        };
        var html = new Option<string?>("--html")
        {
            Description = "Writes the full report as one HTML file.",
            HelpName = "FILE",
        };
        var json = new Option<string?>("--json")
        {
            Description = "Writes every number as JSON; - prints it instead of the table.",
            HelpName = "FILE",
        };
        var markdown = new Option<string?>("--markdown")
        {
            Description = "Writes the report as Markdown; - prints it instead of the table.",
            HelpName = "FILE",
        };
        var junit = new Option<string?>("--junit")
        {
            Description = "Writes the checks as JUnit XML, for the test page of a build server; - prints it.",
            HelpName = "FILE",
        };
        var sarif = new Option<string?>("--sarif")
        {
            Description = "Writes what did not pass as SARIF, for the alerts of a code host; - prints it.",
            HelpName = "FILE",
        };
        var saveBaseline = new Option<string?>("--save-baseline")
        {
            Description = "Saves what was learnt from the reference, to compare with later.",
            HelpName = "FILE",
        };
        var failOn = new Option<string[]>("--fail-on")
        {
            Description =
                "Exit with 2 when the verdict is Fail (fail), with 3 when it is Inconclusive (inconclusive); may be repeated.",
        };
        failOn.AcceptOnlyFromAmong("fail", "inconclusive");
        var command = new Command(
            "drift",
            "Compares CURRENT with REFERENCE column by column, and says whether the data have drifted."
        )
        {
            reference,
            current,
            label,
            prediction,
            id,
            time,
            exclude,
            feature,
            isProtected,
            bound,
            missing,
            delimiter,
            culture,
            config,
            html,
            json,
            markdown,
            junit,
            sarif,
            saveBaseline,
            failOn,
        };
        command.SetAction(
            (parse, cancellationToken) =>
            {
                var request = new DriftRequest
                {
                    Reference = parse.GetRequiredValue(reference),
                    Current = parse.GetRequiredValue(current),
                    Roles =
                    [
                        .. Roles(parse, label, "label"),
                        .. Roles(parse, prediction, "prediction"),
                        .. Roles(parse, id, "identifier"),
                        .. Roles(parse, time, "time"),
                        .. Roles(parse, exclude, "excluded"),
                        .. Roles(parse, feature, "feature"),
                    ],
                    Protected = parse.GetValue(isProtected) ?? [],
                    Bound = parse.GetValue(bound),
                    Missing = parse.GetValue(missing) is { Length: > 0 } tokens ? tokens : null,
                    Delimiter = parse.GetValue(delimiter),
                    Culture = parse.GetValue(culture),
                    Config = parse.GetValue(config),
                    Html = parse.GetValue(html),
                    Json = parse.GetValue(json),
                    Markdown = parse.GetValue(markdown),
                    JUnit = parse.GetValue(junit),
                    Sarif = parse.GetValue(sarif),
                    SaveBaseline = parse.GetValue(saveBaseline),
                    FailOn = parse.GetValue(failOn) ?? [],
                };
                return Task.FromResult(DriftRun.Execute(request, output, error, cancellationToken));
            }
        );
        return command;
    }

    private static Option<string[]> Columns(string name, string description) =>
        new(name) { Description = description, HelpName = "COLUMN" };

    private static IEnumerable<(string Column, string Role)> Roles(
        ParseResult parse,
        Option<string[]> option,
        string role
    ) => (parse.GetValue(option) ?? []).Select(column => (column, role));
}
