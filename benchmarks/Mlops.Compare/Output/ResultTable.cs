using System.Globalization;
using Mlops.Compare.Comparisons;
using Mlops.Reporting;

namespace Mlops.Compare.Output;

/// <summary>The rows as an aligned Markdown table.</summary>
internal static class ResultTable
{
    private static readonly string[] Header =
    [
        "operation",
        "ours ms",
        "theirs ms",
        "faster",
        "required",
        "reached",
        "allocated",
        "a row",
        "limit ms",
        "of limit",
    ];

    public static string Render(IEnumerable<Measured> rows)
    {
        List<string[]> cells = [Header, .. rows.Select(Cells)];
        int[] widths = [.. Header.Select((_, column) => cells.Max(row => row[column].Length))];
        var lines = cells.Select(row => Line(row, widths)).ToList();
        // The first column reads from the left, numbers stand under each other.
        lines.Insert(
            1,
            $"| {new string('-', widths[0])} | {string.Join(" | ", widths.Skip(1).Select(width => new string('-', width - 1) + ":"))} |"
        );
        return string.Join('\n', lines) + "\n";
    }

    private static string Line(string[] row, int[] widths) =>
        $"| {string.Join(" | ", row.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i])))} |";

    private static string[] Cells(Measured row) =>
        [
            row.Comparison.Operation,
            Number(row.Milliseconds),
            Theirs(row),
            row.PeerMilliseconds is { } theirs ? $"{Number(theirs / row.Milliseconds)}x" : "",
            row.Comparison.Requirement.Text,
            row.Comparison.Requirement.IsReached(row) switch
            {
                true => "yes",
                false => "no",
                _ => "",
            },
            Bytes(row.AllocatedBytes),
            string.Create(CultureInfo.InvariantCulture, $"{row.AllocatedBytes / row.Rows:0.###} B"),
            Number(row.LimitMilliseconds),
            string.Create(CultureInfo.InvariantCulture, $"{100 * row.LimitMilliseconds / row.Milliseconds:0}%"),
        ];

    private static string Theirs(Measured row) =>
        row.PeerMilliseconds is not { } theirs ? row.PeerNote
        : row.PeerNote.Length == 0 ? Number(theirs)
        : $"{Number(theirs)} ({row.PeerNote})";

    // Three digits are what a repetition bears out.
    private static string Number(double value) => ReportFormat.Number(value, significantDigits: 3);

    private static string Bytes(double bytes) =>
        bytes switch
        {
            >= 1e6 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB"),
            >= 1e3 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.0} kB"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{bytes:0} B"),
        };
}
