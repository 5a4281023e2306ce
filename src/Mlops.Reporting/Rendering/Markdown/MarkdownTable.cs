using System.Text;
using Mlops.Reporting.Blocks;
using Mlops.Reporting.Rendering.Text;

namespace Mlops.Reporting.Rendering.Markdown;

/// <summary>A pipe table.</summary>
internal static class MarkdownTable
{
    public static void Write(StringBuilder output, TableBlock table)
    {
        if (table.Columns.Count == 0)
        {
            return;
        }

        WriteRow(output, table.Columns.Select(column => column.Header));
        output
            .Append('|')
            .AppendJoin('|', table.Columns.Select(column => column.IsNumeric ? " ---: " : " --- "))
            .Append("|\n");
        foreach (var row in table.Rows)
        {
            WriteRow(output, table.Columns.Select((_, i) => TextTable.Cell(i < row.Count ? row[i] : default)));
        }

        output.Append('\n');
    }

    private static void WriteRow(StringBuilder output, IEnumerable<string> cells) =>
        output.Append("| ").AppendJoin(" | ", cells.Select(MarkdownText.Escape)).Append(" |\n");
}
