namespace Mlops.Data.Quality.Expressions.Syntax;

/// <summary>A word, number, text or sign of a rule.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its content: the sign, the name without its marks, the text without its quotes.</param>
/// <param name="Number">The value of a number.</param>
/// <param name="Position">Where it begins.</param>
internal readonly record struct Token(TokenKind Kind, string Text, double Number, int Position)
{
    public bool IsSymbol(string symbol) => Kind == TokenKind.Symbol && Text == symbol;

    public bool IsWord(string word) =>
        Kind == TokenKind.Name && string.Equals(Text, word, StringComparison.OrdinalIgnoreCase);

    public override string ToString() =>
        Kind switch
        {
            TokenKind.End => "the end of the rule",
            TokenKind.Text => $"the text '{Text}'",
            TokenKind.QuotedName => $"`{Text}`",
            _ => $"'{Text}'",
        };
}
