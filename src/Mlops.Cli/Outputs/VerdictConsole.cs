using Spectre.Console;

namespace Mlops.Cli.Outputs;

/// <summary>A report on a console: the verdict in one sentence, what did not pass, and where more is to be had.</summary>
internal static class VerdictConsole
{
    /// <summary>Writes it.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="report">The report's own line, which begins with the verdict.</param>
    /// <param name="open">What did not pass; <see langword="null"/> where everything did.</param>
    /// <param name="notes">Lines beneath.</param>
    /// <param name="output">Where to.</param>
    public static void Write(Verdict verdict, string report, Table? open, IEnumerable<string> notes, TextWriter output)
    {
        var console = CliConsole.Create(output);
        var sentence = report[(verdict.ToString().Length + 2)..];
        console.WriteLine();
        console.MarkupLine($"{VerdictMark.Of(verdict)}  {Markup.Escape(sentence)}");
        console.WriteLine();
        if (open is not null)
        {
            console.Write(open);
        }

        foreach (var note in notes)
        {
            console.MarkupLine(Markup.Escape(note));
        }
    }

    /// <summary>Those that did not pass: what counts first, what fails first.</summary>
    /// <param name="all">All of them.</param>
    /// <param name="verdictOf">The verdict of one.</param>
    /// <param name="isCounted">Whether one counts.</param>
    public static List<T> NotPassed<T>(IEnumerable<T> all, Func<T, Verdict> verdictOf, Func<T, bool> isCounted) =>
        [
            .. all.Where(each => verdictOf(each) != Verdict.Pass)
                .OrderBy(each => isCounted(each) ? 0 : 1)
                .ThenBy(each => verdictOf(each) == Verdict.Fail ? 0 : 1),
        ];
}
