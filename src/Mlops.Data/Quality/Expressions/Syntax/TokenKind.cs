namespace Mlops.Data.Quality.Expressions.Syntax;

/// <summary>What a token of a rule is.</summary>
internal enum TokenKind
{
    End,
    Number,
    Text,
    Name,
    QuotedName,
    Symbol,
}
