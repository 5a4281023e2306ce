using System.Globalization;
using System.Text;
using Mlops.Data.Parsing;

namespace Mlops.Data.Quality.Checking;

/// <summary>What stands in a row, for people.</summary>
internal static class RowText
{
    private const int Longest = 80;
    private const string Missing = "missing";

    public static string Of(Column column, int row)
    {
        if (column.IsMissing(row))
        {
            return Missing;
        }

        return column switch
        {
            NumericColumn number => number[row].ToString("R", CultureInfo.InvariantCulture),
            BooleanColumn boolean => boolean[row] == true ? "true" : "false",
            TimeColumn time => IsoTimeParser.Format(time.UtcTicks.Span[row]),
            CategoryColumn category => Short(category[row]!),
            TextColumn text => Short(text[row]!),
            _ => "a vector",
        };
    }

    public static string Of(IEnumerable<Column> columns, int row) =>
        string.Join(", ", columns.Select(column => $"{column.Name} = {Of(column, row)}"));

    // Whatever stands in the data, a report must be able to hold it: half a surrogate pair becomes the replacement character.
    private static string Short(string text) =>
        Encoding.UTF8.GetString(
            Encoding.UTF8.GetBytes(
                text.Length <= Longest
                    ? text
                    : string.Concat(
                        text.AsSpan(0, char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest),
                        "…"
                    )
            )
        );
}
