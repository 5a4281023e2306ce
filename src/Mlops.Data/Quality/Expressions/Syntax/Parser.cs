namespace Mlops.Data.Quality.Expressions.Syntax;

/// <summary>Pratt's parser (1973) of rules: each operator binds as tightly as its number says.</summary>
internal sealed class Parser
{
    private const int OrStrength = 1;
    private const int AndStrength = 2;
    private const int NotStrength = 3;
    private const int CompareStrength = 4;
    private const int SumStrength = 5;
    private const int ProductStrength = 6;
    private const int SignStrength = 7;

    // Far beyond what a person writes, far below what the stack holds.
    private const int DeepestNesting = 200;

    private static readonly string[] Reserved =
    [
        "and",
        "or",
        "not",
        "in",
        "between",
        "is",
        "null",
        "like",
        "matches",
        "true",
        "false",
    ];

    private readonly string _rule;
    private readonly List<Token> _tokens;
    private int _next;
    private int _depth;

    private Parser(string rule)
    {
        _rule = rule;
        _tokens = Lexer.Read(rule);
    }

    private Token Current => _tokens[_next];

    public static SyntaxNode Parse(string rule)
    {
        var parser = new Parser(rule);
        if (parser.Current.Kind == TokenKind.End)
        {
            throw parser.Error("the rule is empty. A rule looks like: amount >= 0 and paid <= amount.", parser.Current);
        }

        var syntax = parser.Expression(0);
        return parser.Current.Kind == TokenKind.End
            ? syntax
            : throw parser.Error(
                $"{parser.Current} was not expected here. Join conditions with 'and' or 'or'; names with blanks stand between backticks.",
                parser.Current
            );
    }

    private SyntaxNode Expression(int strength)
    {
        if (++_depth > DeepestNesting)
        {
            throw Error($"the rule is nested deeper than {DeepestNesting} levels.", Current);
        }

        var left = Prefix();
        while (Infix(left, strength) is { } longer)
        {
            left = longer;
        }

        _depth--;
        return left;
    }

    private SyntaxNode Prefix()
    {
        var token = Take();
        switch (token.Kind)
        {
            case TokenKind.Number:
                return new NumberSyntax(token.Position, token.Number);
            case TokenKind.Text:
                return new TextSyntax(token.Position, token.Text);
            case TokenKind.QuotedName:
                return new ColumnSyntax(token.Position, token.Text);
            case TokenKind.Symbol when token.Text == "(":
                var inner = Expression(0);
                Expect(")");
                return inner;
            case TokenKind.Symbol when token.Text == "-":
                return new UnarySyntax(token.Position, "-", Expression(SignStrength));
            case TokenKind.Name:
                return Word(token);
            default:
                throw Error($"a column, a number or a text was expected, not {token}.", token);
        }
    }

    private SyntaxNode Word(Token token)
    {
        if (token.IsWord("not"))
        {
            return new UnarySyntax(token.Position, "not", Expression(NotStrength));
        }

        if (token.IsWord("true") || token.IsWord("false"))
        {
            return new BooleanSyntax(token.Position, token.IsWord("true"));
        }

        if (token.IsWord("null"))
        {
            return new NullSyntax(token.Position);
        }

        if (Current.IsSymbol("(") && !Reserved.Contains(token.Text, StringComparer.OrdinalIgnoreCase))
        {
            return new CallSyntax(token.Position, token.Text.ToLowerInvariant(), List());
        }

        return Reserved.Contains(token.Text, StringComparer.OrdinalIgnoreCase)
            ? throw Error(
                $"a column, a number or a text was expected, not '{token.Text}'. A column of that name stands between backticks.",
                token
            )
            : new ColumnSyntax(token.Position, token.Text);
    }

    private SyntaxNode? Infix(SyntaxNode left, int strength)
    {
        var token = Current;
        var (binds, name) = OperatorAt(token);
        if (binds <= strength)
        {
            return null;
        }

        Take();
        if (binds == CompareStrength)
        {
            var comparison = Comparison(left, token, name);
            return OperatorAt(Current).Strength == CompareStrength
                ? throw Error("comparisons do not chain. Write a < b and b < c.", Current)
                : comparison;
        }

        return new BinarySyntax(token.Position, name, left, Expression(binds));
    }

    private SyntaxNode Comparison(SyntaxNode left, Token token, string name)
    {
        switch (name)
        {
            case "is":
                var isNot = TakeWord("not");
                if (!TakeWord("null"))
                {
                    throw Error($"'is' is followed by null or not null, not by {Current}.", Current);
                }

                return Negated(new IsNullSyntax(token.Position, left), isNot);
            case "not":
                return TakeWord("in") ? Negated(new InSyntax(token.Position, left, List()), true)
                    : TakeWord("between") ? Negated(Between(left, token), true)
                    : TakeWord("like") ? Negated(Pattern(left, token, "like"), true)
                    : TakeWord("matches") ? Negated(Pattern(left, token, "matches"), true)
                    : throw Error($"in, between, like or matches was expected after 'not', not {Current}.", Current);
            case "in":
                return new InSyntax(token.Position, left, List());
            case "between":
                return Between(left, token);
            case "like" or "matches":
                return Pattern(left, token, name);
            default:
                return new BinarySyntax(token.Position, name, left, Expression(CompareStrength));
        }
    }

    private BinarySyntax Between(SyntaxNode left, Token token)
    {
        var low = Expression(CompareStrength);
        if (!TakeWord("and"))
        {
            throw Error($"'and' was expected, as in age between 18 and 99, not {Current}.", Current);
        }

        var high = Expression(CompareStrength);
        return new BinarySyntax(
            token.Position,
            "and",
            new BinarySyntax(token.Position, ">=", left, low),
            new BinarySyntax(token.Position, "<=", left, high)
        );
    }

    private PatternSyntax Pattern(SyntaxNode left, Token token, string name)
    {
        var pattern = Take();
        return pattern.Kind == TokenKind.Text
            ? new PatternSyntax(token.Position, name, left, new TextSyntax(pattern.Position, pattern.Text))
            : throw Error($"'{name}' is followed by a text between quotes, not by {pattern}.", pattern);
    }

    private List<SyntaxNode> List()
    {
        Expect("(");
        var items = new List<SyntaxNode>();
        if (Current.IsSymbol(")"))
        {
            Take();
            return items;
        }

        while (true)
        {
            items.Add(Expression(0));
            if (Current.IsSymbol(","))
            {
                Take();
                continue;
            }

            Expect(")");
            return items;
        }
    }

    private static (int Strength, string Name) OperatorAt(Token token) =>
        token.Kind switch
        {
            TokenKind.Symbol => token.Text switch
            {
                "=" or "==" => (CompareStrength, "="),
                "!=" or "<>" => (CompareStrength, "!="),
                "<" or "<=" or ">" or ">=" => (CompareStrength, token.Text),
                "+" or "-" => (SumStrength, token.Text),
                "*" or "/" or "%" => (ProductStrength, token.Text),
                _ => (0, ""),
            },
            TokenKind.Name => token.Text.ToLowerInvariant() switch
            {
                "or" => (OrStrength, "or"),
                "and" => (AndStrength, "and"),
                "is" or "in" or "between" or "like" or "matches" or "not" => (
                    CompareStrength,
                    token.Text.ToLowerInvariant()
                ),
                _ => (0, ""),
            },
            _ => (0, ""),
        };

    private static SyntaxNode Negated(SyntaxNode node, bool isNegated) =>
        isNegated ? new UnarySyntax(node.Position, "not", node) : node;

    private Token Take() => _tokens[Current.Kind == TokenKind.End ? _next : _next++];

    private bool TakeWord(string word)
    {
        var isThere = Current.IsWord(word);
        if (isThere)
        {
            Take();
        }

        return isThere;
    }

    private void Expect(string symbol)
    {
        var token = Take();
        if (!token.IsSymbol(symbol))
        {
            throw Error($"'{symbol}' was expected, not {token}.", token);
        }
    }

    private RuleFormatException Error(string message, Token token) => new(message, _rule, token.Position);
}
