using System.Text;
using System.Text.RegularExpressions;
using Mlops.Data.Parsing;

namespace Mlops.Data.Quality.Expressions.Evaluation;

/// <summary>What rules ask of texts.</summary>
internal static class RuleText
{
    /// <summary>The time that a text spells, in UTC ticks; -1 where it spells none.</summary>
    public static long Time(string? text) =>
        text is not null && IsoTimeParser.TryParse(Encoding.UTF8.GetBytes(text.Trim()), out var ticks)
            ? ticks
            : TimeColumn.Missing;

    /// <summary>The number that a text spells; NaN where it spells none.</summary>
    public static double Number(string? text) =>
        text is not null && NumberParser.Invariant.TryParse(Encoding.UTF8.GetBytes(text.Trim()), out var value, out _)
            ? value
            : double.NaN;

    /// <summary>The characters of a text, as Unicode counts them.</summary>
    public static int Length(string text)
    {
        var length = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            length++;
        }

        return length;
    }

    /// <summary>SQL's pattern: % stands for any text, _ for one character.</summary>
    public static Func<string, bool> Like(string pattern)
    {
        var expression = new StringBuilder("^");
        foreach (var character in pattern)
        {
            expression.Append(
                character switch
                {
                    '%' => ".*",
                    '_' => ".",
                    _ => Regex.Escape(character.ToString()),
                }
            );
        }

        var regex = new Regex(
            expression.Append("\\z").ToString(),
            RegexOptions.NonBacktracking | RegexOptions.Singleline | RegexOptions.CultureInvariant
        );
        return regex.IsMatch;
    }
}
