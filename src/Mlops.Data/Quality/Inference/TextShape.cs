using System.Text;
using System.Text.RegularExpressions;

namespace Mlops.Data.Quality.Inference;

/// <summary>The pattern of codes: which kinds of characters stand where, where all texts agree.</summary>
internal static class TextShape
{
    private const int Longest = 40;

    /// <summary>An expression that all texts match from end to end, with the lengths of its parts where they agree; <see langword="null"/> where they have no common shape, or one that says little.</summary>
    public static string? Of(IReadOnlyList<string> texts)
    {
        List<Run>? common = null;
        foreach (var text in texts)
        {
            if (text.Length is 0 or > Longest || Runs(text) is not { } runs)
            {
                return null;
            }

            if (common is null)
            {
                common = runs;
                continue;
            }

            if (runs.Count != common.Count)
            {
                return null;
            }

            for (var i = 0; i < runs.Count; i++)
            {
                if (runs[i].Class != common[i].Class)
                {
                    return null;
                }

                common[i] = common[i] with
                {
                    Least = Math.Min(common[i].Least, runs[i].Least),
                    Most = Math.Max(common[i].Most, runs[i].Most),
                };
            }
        }

        // Words alone are no codes, and numbers alone are of any size.
        return common is { Count: > 1 } && common.Any(run => run.Class == "[0-9]") ? Expression(common) : null;
    }

    private static List<Run>? Runs(string text)
    {
        var runs = new List<Run>();
        foreach (var character in text)
        {
            if (character is < ' ' or > '~')
            {
                return null;
            }

            var kind =
                char.IsAsciiDigit(character) ? "[0-9]"
                : char.IsAsciiLetterUpper(character) ? "[A-Z]"
                : char.IsAsciiLetterLower(character) ? "[a-z]"
                : Regex.Escape(character.ToString());
            if (runs.Count > 0 && runs[^1].Class == kind)
            {
                var length = runs[^1].Least + 1;
                runs[^1] = new Run(kind, length, length);
            }
            else
            {
                runs.Add(new Run(kind, 1, 1));
            }
        }

        return runs;
    }

    private static string Expression(List<Run> runs)
    {
        var expression = new StringBuilder("^");
        foreach (var (kind, least, most) in runs)
        {
            expression.Append(kind);
            expression.Append(
                least != most ? "+"
                : least > 1 ? $"{{{least}}}"
                : ""
            );
        }

        return expression.Append('$').ToString();
    }

    private readonly record struct Run(string Class, int Least, int Most);
}
