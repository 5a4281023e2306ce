using System.Globalization;
using Spectre.Console;

namespace Mlops.Cli;

/// <summary>Colours and width of what is printed: plain, and 120 wide or as <c>COLUMNS</c> says, where nobody looks.</summary>
internal static class CliConsole
{
    private const int WidthWithoutTerminal = 120;
    private const int LeastWidth = 40;

    public static IAnsiConsole Create(TextWriter output)
    {
        var isTerminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(output),
                Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
                ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            }
        );
        if (!isTerminal)
        {
            console.Profile.Width = Columns() ?? WidthWithoutTerminal;
        }

        return console;
    }

    private static int? Columns() =>
        int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), CultureInfo.InvariantCulture, out var columns)
        && columns >= LeastWidth
            ? columns
            : null;
}
