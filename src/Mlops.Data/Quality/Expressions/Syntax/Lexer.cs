using System.Globalization;
using System.Text;

namespace Mlops.Data.Quality.Expressions.Syntax;

/// <summary>Cuts a rule into tokens.</summary>
internal static class Lexer
{
    private static readonly string[] Symbols =
    [
        "<=",
        ">=",
        "==",
        "!=",
        "<>",
        "<",
        ">",
        "=",
        "+",
        "-",
        "*",
        "/",
        "%",
        "(",
        ")",
        ",",
    ];

    public static List<Token> Read(string rule)
    {
        var tokens = new List<Token>();
        var position = 0;
        while (true)
        {
            while (position < rule.Length && char.IsWhiteSpace(rule[position]))
            {
                position++;
            }

            if (position == rule.Length)
            {
                tokens.Add(new Token(TokenKind.End, "", 0, position));
                return tokens;
            }

            var (token, end) = Next(rule, position);
            tokens.Add(token);
            position = end;
        }
    }

    private static (Token Token, int End) Next(string rule, int start)
    {
        var first = rule[start];
        if (char.IsAsciiDigit(first) || (first == '.' && start + 1 < rule.Length && char.IsAsciiDigit(rule[start + 1])))
        {
            return Number(rule, start);
        }

        if (char.IsLetter(first) || first == '_')
        {
            var end = start + 1;
            while (end < rule.Length && (char.IsLetterOrDigit(rule[end]) || rule[end] is '_' or '.'))
            {
                end++;
            }

            return (new Token(TokenKind.Name, rule[start..end], 0, start), end);
        }

        if (first is '\'' or '"' or '`')
        {
            return Quoted(rule, start, first);
        }

        foreach (var symbol in Symbols)
        {
            if (string.CompareOrdinal(rule, start, symbol, 0, symbol.Length) == 0)
            {
                return (new Token(TokenKind.Symbol, symbol, 0, start), start + symbol.Length);
            }
        }

        var hint = first switch
        {
            '&' => " Write 'and'.",
            '|' => " Write 'or'.",
            '!' => " Write 'not'.",
            '[' => " Write names of columns between backticks, as in `unit price`.",
            _ => "",
        };
        throw new RuleFormatException($"'{first}' means nothing in a rule.{hint}", rule, start);
    }

    private static (Token Token, int End) Number(string rule, int start)
    {
        var end = start;
        while (end < rule.Length && (char.IsAsciiDigit(rule[end]) || rule[end] == '.'))
        {
            end++;
        }

        if (end < rule.Length && rule[end] is 'e' or 'E')
        {
            var digits = end + 1 + (end + 1 < rule.Length && rule[end + 1] is '+' or '-' ? 1 : 0);
            if (digits < rule.Length && char.IsAsciiDigit(rule[digits]))
            {
                for (end = digits; end < rule.Length && char.IsAsciiDigit(rule[end]); end++) { }
            }
        }

        var text = rule[start..end];
        var isName = end < rule.Length && (char.IsLetter(rule[end]) || rule[end] == '_');
        if (
            isName
            || !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            || !double.IsFinite(value)
        )
        {
            throw new RuleFormatException(
                $"'{text}{(isName ? rule[end].ToString() : "")}' is not a number. A column whose name begins with a digit stands between backticks.",
                rule,
                start
            );
        }

        return (new Token(TokenKind.Number, text, value, start), end);
    }

    // A mark within is written twice.
    private static (Token Token, int End) Quoted(string rule, int start, char mark)
    {
        var text = new StringBuilder();
        for (var i = start + 1; i < rule.Length; i++)
        {
            if (rule[i] != mark)
            {
                text.Append(rule[i]);
            }
            else if (i + 1 < rule.Length && rule[i + 1] == mark)
            {
                text.Append(mark);
                i++;
            }
            else
            {
                var kind = mark == '`' ? TokenKind.QuotedName : TokenKind.Text;
                return (new Token(kind, text.ToString(), 0, start), i + 1);
            }
        }

        throw new RuleFormatException($"what {mark} opens here is not closed.", rule, start);
    }
}
