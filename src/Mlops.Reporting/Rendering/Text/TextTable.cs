using Mlops.Reporting.Blocks;

namespace Mlops.Reporting.Rendering.Text;

/// <summary>A table in aligned columns; cells are cut where the width ends, and rows become lists where not even that helps.</summary>
internal static class TextTable
{
    private const int Gap = 2;
    private const int NarrowestColumn = 5;

    public static void Write(TextLines text, TableBlock table)
    {
        text.Wrap(table.Caption);
        if (table.Columns.Count == 0)
        {
            return;
        }

        var rows = table
            .Rows.Select(row => table.Columns.Select((_, i) => Cell(i < row.Count ? row[i] : default)).ToArray())
            .ToList();
        var headers = table.Columns.Select(column => SafeText.OneLine(column.Header)).ToArray();
        var widths = headers
            .Select((header, i) => rows.Select(row => CellText.Width(row[i])).Append(CellText.Width(header)).Max())
            .ToArray();
        if (Fit(widths, text.Width))
        {
            WriteColumns(text, table.Columns, headers, rows, widths);
        }
        else
        {
            WriteLists(text, headers, rows);
        }
    }

    /// <summary>A cell's text with its verdict's mark and word.</summary>
    public static string Cell(TableCell cell)
    {
        var text = SafeText.OneLine(cell.Text);
        if (cell.Verdict is not { } verdict)
        {
            return text;
        }

        var isSaid = string.Equals(text, VerdictLabel.Word(verdict), StringComparison.OrdinalIgnoreCase);
        return text.Length == 0 || isSaid
            ? VerdictLabel.MarkAndWord(verdict)
            : $"{text} {VerdictLabel.MarkAndWord(verdict)}";
    }

    // Takes from the widest column first, so that short ones stay whole.
    private static bool Fit(int[] widths, int width)
    {
        var room = width - (Gap * (widths.Length - 1));
        var excess = widths.Sum() - room;
        while (excess > 0)
        {
            var widest = Array.IndexOf(widths, widths.Max());
            if (widths[widest] <= NarrowestColumn)
            {
                return false;
            }

            // Down to the second widest in one step: labels can be very long.
            var next = widths.Where((_, i) => i != widest).Append(NarrowestColumn).Max();
            var cut = Math.Min(excess, Math.Max(1, widths[widest] - Math.Max(next, NarrowestColumn)));
            widths[widest] -= cut;
            excess -= cut;
        }

        return true;
    }

    private static void WriteColumns(
        TextLines text,
        IReadOnlyList<TableColumn> columns,
        string[] headers,
        List<string[]> rows,
        int[] widths
    )
    {
        text.Add(Line(headers));
        text.Add(string.Join(new string(' ', Gap), widths.Select(width => new string('-', width))));
        foreach (var row in rows)
        {
            text.Add(Line(row));
        }

        string Line(string[] cells) => string.Join(new string(' ', Gap), cells.Select(Align));

        string Align(string cell, int i)
        {
            var cut = CellText.Truncate(cell, widths[i]);
            return columns[i].IsNumeric ? CellText.PadLeft(cut, widths[i]) : CellText.PadRight(cut, widths[i]);
        }
    }

    private static void WriteLists(TextLines text, string[] headers, List<string[]> rows)
    {
        foreach (var row in rows)
        {
            text.Wrap(row[0].Length == 0 ? "(no name)" : row[0], "* ");
            for (var i = 1; i < row.Length; i++)
            {
                text.Wrap($"{headers[i]}: {row[i]}", "  ");
            }
        }
    }
}
