using System.CommandLine;

namespace Mlops.Cli.Inputs;

/// <summary>The options that every command has which reads data.</summary>
internal sealed class InputOptions
{
    private readonly (Option<string[]> Option, string Role)[] _roles =
    [
        (Columns("--label", "A column that holds what happened; may be repeated."), "label"),
        (Columns("--prediction", "A column that holds what a model said."), "prediction"),
        (Columns("--id", "A column that identifies the row; it is not judged."), "identifier"),
        (Columns("--time", "The column with the time of the row; it is not judged."), "time"),
        (Columns("--exclude", "A column to leave out."), "excluded"),
        (Columns("--feature", "A column to judge although it looks like an identifier."), "feature"),
    ];

    private readonly Option<string[]> _protected = Columns(
        "--protected",
        "A protected attribute; it is judged, and marked."
    );

    private readonly Option<string[]> _kinds = new("--kind")
    {
        Description = "What a column holds, where it is not found rightly: number, boolean, category, time or text.",
        HelpName = "COLUMN=KIND",
    };

    private readonly Option<string[]> _missing = new("--missing")
    {
        Description = "A text that stands for a missing value. [default: empty and NA]",
        HelpName = "TEXT",
    };

    private readonly Option<string?> _delimiter = new("--delimiter")
    {
        Description = "What separates fields, one character or 'tab'. [default: ,]",
        HelpName = "CHARACTER",
    };

    private readonly Option<string?> _culture = new("--culture")
    {
        Description = "How numbers are written, such as de-DE for a decimal comma. [default: invariant]",
        HelpName = "NAME",
    };

    private readonly Option<string?> _config = new("--config")
    {
        Description = "A file with roles and settings. [default: mlops.json where there is one]",
        HelpName = "FILE",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var (option, _) in _roles)
        {
            command.Add(option);
        }

        command.Add(_protected);
        command.Add(_kinds);
        command.Add(_missing);
        command.Add(_delimiter);
        command.Add(_culture);
        command.Add(_config);
    }

    public InputRequest Parse(ParseResult parse) =>
        new()
        {
            Roles =
            [
                .. _roles.SelectMany(pair => (parse.GetValue(pair.Option) ?? []).Select(column => (column, pair.Role))),
            ],
            Kinds = parse.GetValue(_kinds) ?? [],
            Protected = parse.GetValue(_protected) ?? [],
            Missing = parse.GetValue(_missing) is { Length: > 0 } tokens ? tokens : null,
            Delimiter = parse.GetValue(_delimiter),
            Culture = parse.GetValue(_culture),
            Config = parse.GetValue(_config),
        };

    private static Option<string[]> Columns(string name, string description) =>
        new(name) { Description = description, HelpName = "COLUMN" };
}
