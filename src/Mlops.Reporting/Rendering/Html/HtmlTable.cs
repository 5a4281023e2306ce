using Mlops.Reporting.Blocks;

namespace Mlops.Reporting.Rendering.Html;

/// <summary>A table with its caption, its headers' scopes, and a frame that scrolls sideways when the page is narrow.</summary>
internal static class HtmlTable
{
    // A table of so many rows stays on one printed page.
    private const int ShortTable = 24;

    /// <param name="html">The writer.</param>
    /// <param name="table">The table.</param>
    /// <param name="isQuiet">Whether the caption is for screen readers alone, because the same words stand just above.</param>
    public static void Write(MarkupWriter html, TableBlock table, bool isQuiet = false)
    {
        html.Write(
            $"<div class=\"{(table.Rows.Count <= ShortTable ? "scroll short" : "scroll")}\" role=\"group\" tabindex=\"0\" aria-label=\"{table.Caption}\">\n"
        );
        html.Write(
            $"<table>\n<caption class=\"{(isQuiet ? "unseen" : "title")}\"><span>{table.Caption}</span></caption>\n<thead><tr>"
        );
        foreach (var column in table.Columns)
        {
            WriteHeader(html, column);
        }

        html.Write($"</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            WriteRow(html, table.Columns, row);
        }

        html.Write($"</tbody>\n</table>\n</div>\n");
    }

    private static void WriteHeader(MarkupWriter html, TableColumn column)
    {
        // An empty header says nothing to a screen reader, so that it is an ordinary cell.
        if (string.IsNullOrWhiteSpace(column.Header))
        {
            html.Write($"<td></td>");
        }
        else if (column.IsNumeric)
        {
            html.Write($"<th scope=\"col\" class=\"n\">{column.Header}</th>");
        }
        else
        {
            html.Write($"<th scope=\"col\">{column.Header}</th>");
        }
    }

    private static void WriteRow(MarkupWriter html, IReadOnlyList<TableColumn> columns, IReadOnlyList<TableCell> row)
    {
        html.Write($"<tr>");
        for (var i = 0; i < columns.Count; i++)
        {
            var cell = i < row.Count ? row[i] : default;
            var isNumeric = columns[i].IsNumeric;
            if (i == 0)
            {
                html.Write($"<th scope=\"row\"");
            }
            else
            {
                html.Write($"<td");
            }

            if (isNumeric)
            {
                html.Write($" class=\"n\"");
            }

            html.Write($">{cell.Text}");
            WriteVerdict(html, cell);
            html.WriteTrusted(i == 0 ? "</th>" : "</td>");
        }

        html.Write($"</tr>\n");
    }

    private static void WriteVerdict(MarkupWriter html, TableCell cell)
    {
        if (cell.Verdict is not { } verdict)
        {
            return;
        }

        var word = VerdictLabel.Word(verdict);
        if (!string.IsNullOrEmpty(cell.Text))
        {
            html.Write($" ");
        }

        // A cell whose own text is the verdict's word must not say it twice.
        var isSaid = string.Equals(cell.Text, word, StringComparison.OrdinalIgnoreCase);
        HtmlVerdict.WriteBadge(html, verdict, isSaid ? "" : word);
    }
}
