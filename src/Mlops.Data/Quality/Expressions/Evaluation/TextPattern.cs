using System.Text.RegularExpressions;

namespace Mlops.Data.Quality.Expressions.Evaluation;

/// <summary>Regular expressions that no text can make run for long.</summary>
internal static class TextPattern
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    /// <summary>Tells whether a pattern is found in a text: in linear time, or where the pattern does not allow it within a second.</summary>
    /// <exception cref="ArgumentException">It is no regular expression.</exception>
    public static Func<string, bool> Matcher(string pattern)
    {
        const RegexOptions Options = RegexOptions.CultureInvariant;
        Regex regex;
        try
        {
            regex = new Regex(pattern, Options | RegexOptions.NonBacktracking);
        }
        catch (NotSupportedException)
        {
            // Look-arounds and references back are beyond automata.
            regex = new Regex(pattern, Options, Longest);
        }
        catch (RegexParseException error)
        {
            throw new ArgumentException($"'{pattern}' is not a regular expression: {error.Message}", error);
        }

        return regex.IsMatch;
    }
}
