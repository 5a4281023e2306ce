using Spectre.Console;

namespace Mlops.Cli.Registry;

/// <summary>What the registry's commands print for people: a sentence with a mark, tables, and what to do next.</summary>
internal sealed class RegistryConsole(TextWriter output, string? registry = null)
{
    public const string Done = "[green]✓[/]";

    public const string Refused = "[bold red]✗[/]";

    public const string Open = "[yellow]?[/]";

    // Where many columns would break words, each row becomes lines of its own.
    private const int NarrowBelow = 80;
    private const int ColumnsWhenNarrow = 3;

    private readonly IAnsiConsole _console = CliConsole.Create(output);

    public int Width => _console.Profile.Width;

    /// <summary>A sentence with a mark before it.</summary>
    public void Sentence(string mark, string text) => Hanging(mark, Markup.Escape(text));

    /// <summary>A line without a mark.</summary>
    public void Line(string text = "") => _console.MarkupLine(Markup.Escape(text));

    /// <summary>Lines with a hanging indent under a mark.</summary>
    public void Hanging(string mark, string markup)
    {
        var grid = new Grid();
        grid.AddColumn(new GridColumn().NoWrap().PadLeft(0).PadRight(1));
        grid.AddColumn(new GridColumn().PadLeft(0).PadRight(0));
        grid.AddRow(mark, markup);
        _console.Write(grid);
    }

    /// <summary>Lines beneath a heading.</summary>
    public void Notes(params IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Hanging(" ", Markup.Escape(line));
        }
    }

    /// <summary>A heading over a part.</summary>
    public void Heading(string text)
    {
        _console.WriteLine();
        _console.MarkupLine($"[bold]{Markup.Escape(text)}[/]");
    }

    /// <summary>Names and what they stand for; what is empty is left out.</summary>
    public void Facts(params IEnumerable<(string Name, string? Text)> facts)
    {
        var grid = new Grid();
        grid.AddColumn(new GridColumn().NoWrap().PadLeft(2).PadRight(2));
        grid.AddColumn(new GridColumn().PadLeft(0).PadRight(0));
        foreach (var (name, text) in facts.Where(fact => !string.IsNullOrEmpty(fact.Text)))
        {
            grid.AddRow($"[grey]{Markup.Escape(name)}[/]", Markup.Escape(text!));
        }

        _console.Write(grid);
    }

    /// <summary>A table; cells are markup. The columns named first never break.</summary>
    /// <param name="columns">Headings; one that ends with a bar does not wrap.</param>
    /// <param name="rows">The rows.</param>
    public void Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        if (Width < NarrowBelow && columns.Count > ColumnsWhenNarrow)
        {
            Stack(columns, rows);
            return;
        }

        var table = new Table { Border = TableBorder.Simple };
        foreach (var column in columns)
        {
            var isFixed = column.EndsWith('|');
            var header = new TableColumn(Markup.Escape(column.TrimEnd('|')));
            table.AddColumn(isFixed ? header.NoWrap() : header);
        }

        foreach (var row in rows)
        {
            table.AddRow([.. row]);
        }

        _console.Write(table);
    }

    private void Stack(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        foreach (var row in rows)
        {
            var grid = new Grid();
            grid.AddColumn(new GridColumn().NoWrap().PadLeft(2).PadRight(2));
            grid.AddColumn(new GridColumn().PadLeft(0).PadRight(0));
            foreach (var (column, cell) in columns.Zip(row).Where(each => each.Second.Length > 0))
            {
                grid.AddRow($"[grey]{Markup.Escape(column.TrimEnd('|'))}[/]", cell);
            }

            _console.WriteLine();
            _console.Write(grid);
        }

        _console.WriteLine();
    }

    /// <summary>What to do next: commands stand alone, so that they can be copied.</summary>
    public void Next(params IReadOnlyList<string> commands)
    {
        if (commands.Count == 0)
        {
            return;
        }

        Heading(commands.Count == 1 ? "Next" : "Next, one of");
        foreach (var command in commands)
        {
            // A command that is broken into lines can't be copied: let the terminal wrap it.
            output.WriteLine($"  {command}{Where(command)}");
        }
    }

    // What was said on the command line must be said again; what the environment says needs not, and a server's password is not printed.
    private string Where(string command) =>
        registry is null
        || !command.StartsWith("mlops ", StringComparison.Ordinal)
        || command.Contains("--registry", StringComparison.Ordinal)
        || command.Contains("--proof", StringComparison.Ordinal)
            ? ""
        : new Hosting.RegistryLocation(registry).IsServer ? " --registry …"
        : $" --registry {registry}";
}
