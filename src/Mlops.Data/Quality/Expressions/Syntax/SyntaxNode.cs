namespace Mlops.Data.Quality.Expressions.Syntax;

/// <summary>A part of a rule as it was written, before it meets columns.</summary>
/// <param name="Position">Where it begins.</param>
internal abstract record SyntaxNode(int Position)
{
    public abstract IEnumerable<SyntaxNode> Children { get; }

    /// <summary>The names of the columns within, each once, in the order in which they come.</summary>
    public IEnumerable<string> Columns() => Names(this).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Names(SyntaxNode node) =>
        node is ColumnSyntax column ? [column.Name] : node.Children.SelectMany(Names);
}

internal sealed record ColumnSyntax(int Position, string Name) : SyntaxNode(Position)
{
    public override IEnumerable<SyntaxNode> Children => [];
}

internal sealed record NumberSyntax(int Position, double Value) : SyntaxNode(Position)
{
    public override IEnumerable<SyntaxNode> Children => [];
}

internal sealed record TextSyntax(int Position, string Value) : SyntaxNode(Position)
{
    public override IEnumerable<SyntaxNode> Children => [];
}

internal sealed record BooleanSyntax(int Position, bool Value) : SyntaxNode(Position)
{
    public override IEnumerable<SyntaxNode> Children => [];
}

internal sealed record NullSyntax(int Position) : SyntaxNode(Position)
{
    public override IEnumerable<SyntaxNode> Children => [];
}

/// <summary><c>not</c> or a minus sign.</summary>
internal sealed record UnarySyntax(int Position, string Operator, SyntaxNode Operand) : SyntaxNode(Position)
{
    public override IEnumerable<SyntaxNode> Children => [Operand];
}

internal sealed record BinarySyntax(int Position, string Operator, SyntaxNode Left, SyntaxNode Right)
    : SyntaxNode(Position)
{
    public override IEnumerable<SyntaxNode> Children => [Left, Right];
}

internal sealed record IsNullSyntax(int Position, SyntaxNode Operand) : SyntaxNode(Position)
{
    public override IEnumerable<SyntaxNode> Children => [Operand];
}

internal sealed record InSyntax(int Position, SyntaxNode Operand, IReadOnlyList<SyntaxNode> Items)
    : SyntaxNode(Position)
{
    public override IEnumerable<SyntaxNode> Children => [Operand, .. Items];
}

/// <summary><c>like</c> or <c>matches</c>.</summary>
internal sealed record PatternSyntax(int Position, string Operator, SyntaxNode Operand, TextSyntax Pattern)
    : SyntaxNode(Position)
{
    public override IEnumerable<SyntaxNode> Children => [Operand];
}

internal sealed record CallSyntax(int Position, string Function, IReadOnlyList<SyntaxNode> Arguments)
    : SyntaxNode(Position)
{
    public override IEnumerable<SyntaxNode> Children => Arguments;
}
