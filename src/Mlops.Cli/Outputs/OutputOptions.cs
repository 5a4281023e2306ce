using System.CommandLine;

namespace Mlops.Cli.Outputs;

/// <summary>The options that every command has which makes a report.</summary>
internal sealed class OutputOptions
{
    private readonly Option<string?> _html = File("--html", "Writes the full report as one HTML file.");

    private readonly Option<string?> _json = File(
        "--json",
        "Writes every number as JSON; - prints it instead of the table."
    );

    private readonly Option<string?> _markdown = File(
        "--markdown",
        "Writes the report as Markdown; - prints it instead of the table."
    );

    private readonly Option<string?> _junit = File(
        "--junit",
        "Writes the checks as JUnit XML, for the test page of a build server; - prints it."
    );

    private readonly Option<string?> _sarif = File(
        "--sarif",
        "Writes what did not pass as SARIF, for the alerts of a code host; - prints it."
    );

    private readonly Option<string[]> _failOn = new("--fail-on")
    {
        Description =
            "Exit with 2 when the verdict is Fail (fail), with 3 when it is Inconclusive (inconclusive); may be repeated.",
    };

    public OutputOptions() => _failOn.AcceptOnlyFromAmong("fail", "inconclusive");

    /// <summary>Adds the forms of the report to a command.</summary>
    public void AddFormsTo(Command command)
    {
        command.Add(_html);
        command.Add(_json);
        command.Add(_markdown);
        command.Add(_junit);
        command.Add(_sarif);
    }

    /// <summary>Adds what fails to a command.</summary>
    public void AddFailOnTo(Command command) => command.Add(_failOn);

    public OutputRequest Parse(ParseResult parse) =>
        new()
        {
            Html = parse.GetValue(_html),
            Json = parse.GetValue(_json),
            Markdown = parse.GetValue(_markdown),
            JUnit = parse.GetValue(_junit),
            Sarif = parse.GetValue(_sarif),
            FailOn = parse.GetValue(_failOn) ?? [],
        };

    private static Option<string?> File(string name, string description) =>
        new(name) { Description = description, HelpName = "FILE" };
}
