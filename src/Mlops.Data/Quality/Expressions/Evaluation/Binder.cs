using Mlops.Data.Quality.Expressions.Syntax;

namespace Mlops.Data.Quality.Expressions.Evaluation;

/// <summary>Binds a rule to the columns of a data set, and checks its types.</summary>
internal sealed class Binder
{
    private readonly string _rule;
    private readonly Dataset _data;
    private readonly bool _isDictionary;

    private Binder(string rule, Dataset data, bool isDictionary)
    {
        _rule = rule;
        _data = data;
        _isDictionary = isDictionary;
    }

    /// <summary>The condition of a rule over the rows of a data set.</summary>
    /// <exception cref="RuleFormatException">The rule names no such column, mixes types, or is no condition.</exception>
    public static Node<sbyte> Bind(string rule, SyntaxNode syntax, Dataset data)
    {
        var binder = new Binder(rule, data, isDictionary: false);
        var node = binder.Bind(syntax);
        return node as Node<sbyte>
            ?? throw binder.Error(
                syntax,
                $"the rule gives {Name(node.Type)}; a condition was expected, such as a comparison."
            );
    }

    /// <summary>Binds a part of the rule.</summary>
    public Node Bind(SyntaxNode syntax) => Lifted(syntax) ?? BindHere(syntax);

    public Node<T> Bind<T>(SyntaxNode syntax, string what) =>
        Bind(syntax) is var node && node is Node<T> typed
            ? typed
            : throw Error(
                syntax,
                $"{what} wants {Name(TypeOf<T>())}, and this is {Name(node.Type)}.{Hint(TypeOf<T>(), node.Type)}"
            );

    public RuleFormatException Error(SyntaxNode syntax, string message) => new(message, _rule, syntax.Position);

    /// <summary>Two values of one type: a text beside a time is read as a time.</summary>
    public (Node Left, Node Right) BindPair(SyntaxNode left, SyntaxNode right, SyntaxNode whole)
    {
        if (left is NullSyntax || right is NullSyntax)
        {
            throw Error(
                left is NullSyntax ? left : right,
                "nothing can be compared with null: write 'is null' or 'is not null'."
            );
        }

        var (a, b) = (Bind(left), Bind(right));
        (a, b) = (AsTime(a, left, b.Type), AsTime(b, right, a.Type));
        return a.Type == b.Type
            ? (a, b)
            : throw Error(whole, $"{Name(a.Type)} and {Name(b.Type)} do not go together.{Hint(a.Type, b.Type)}");
    }

    public Node AsTime(Node node, SyntaxNode syntax, NodeType beside)
    {
        if (beside != NodeType.Time || syntax is not TextSyntax text)
        {
            return node;
        }

        var ticks = RuleText.Time(text.Value);
        return ticks != TimeColumn.Missing
            ? new ConstantNode<long>(ticks)
            : throw Error(
                syntax,
                $"'{text.Value}' is not a time; ISO 8601 was expected, as in '2024-03-01' or '2024-03-01T14:30:00Z'."
            );
    }

    public static string Name(NodeType type) =>
        type switch
        {
            NodeType.Number => "a number",
            NodeType.Boolean => "a condition",
            NodeType.Text => "a text",
            _ => "a time",
        };

    private Node BindHere(SyntaxNode syntax) =>
        syntax switch
        {
            ColumnSyntax column => Column(column),
            NumberSyntax number => new ConstantNode<double>(number.Value),
            TextSyntax text => new ConstantNode<string?>(text.Value),
            BooleanSyntax boolean => new ConstantNode<sbyte>(boolean.Value ? (sbyte)1 : (sbyte)0),
            NullSyntax => throw Error(syntax, "null stands only after 'is', and in if and coalesce."),
            UnarySyntax { Operator: "not" } not => new UnaryNode<sbyte, sbyte, Not>(Bind<sbyte>(not.Operand, "'not'")),
            UnarySyntax minus => new UnaryNode<double, double, Negate>(Bind<double>(minus.Operand, "a minus sign")),
            BinarySyntax binary => Binary(binary),
            IsNullSyntax isNull => IsNull(isNull),
            InSyntax list => In(list),
            PatternSyntax pattern => Pattern(pattern),
            _ => Functions.Bind(this, (CallSyntax)syntax),
        };

    // Found once for each category instead of once for each row.
    private Node? Lifted(SyntaxNode syntax)
    {
        if (_isDictionary || syntax.Columns().Take(2).ToArray() is not [var name] || syntax is ColumnSyntax)
        {
            return null;
        }

        if (
            !_data.TryGetColumn(name, out var column)
            || column is not CategoryColumn category
            || category.Categories.Count + 1 >= category.Length
        )
        {
            return null;
        }

        var count = category.Categories.Count;
        int[] codes = [.. Enumerable.Range(0, count), CategoryColumn.Missing];
        var dictionary = new CategoryColumn(name, category.SourceType, codes, category.Categories);
        var inner = new Binder(_rule, Dataset.FromColumns("categories", dictionary), isDictionary: true).Bind(syntax);
        return inner switch
        {
            Node<double> number => new LiftedNode<double>(number, category.Codes, count),
            Node<sbyte> boolean => new LiftedNode<sbyte>(boolean, category.Codes, count),
            Node<long> time => new LiftedNode<long>(time, category.Codes, count),
            _ => new LiftedNode<string?>((Node<string?>)inner, category.Codes, count),
        };
    }

    private Node Column(ColumnSyntax syntax)
    {
        if (!_data.TryGetColumn(syntax.Name, out var column))
        {
            var message = NearestNames
                .NotFound(syntax.Name, _data.Columns.Select(each => each.Name), "column")
                .Message.Split(" (Parameter")[0];
            throw Error(syntax, $"{message} Texts stand between quotes.");
        }

        return column switch
        {
            NumericColumn number => new ColumnNode<double>(number.Values),
            BooleanColumn boolean => new ColumnNode<sbyte>(boolean.Codes),
            TimeColumn time => new ColumnNode<long>(time.UtcTicks),
            CategoryColumn category => new CategoryNode(category),
            TextColumn text => new TextNode(text),
            _ => throw Error(syntax, $"column '{syntax.Name}' holds embeddings, which rules can't use."),
        };
    }

    private Node Binary(BinarySyntax syntax)
    {
        if (syntax.Operator is "and" or "or")
        {
            var what = $"'{syntax.Operator}'";
            var (a, b) = (Bind<sbyte>(syntax.Left, what), Bind<sbyte>(syntax.Right, what));
            return syntax.Operator == "and"
                ? new BinaryNode<sbyte, sbyte, And>(a, b)
                : new BinaryNode<sbyte, sbyte, Or>(a, b);
        }

        if (syntax.Operator is "+" or "-" or "*" or "/" or "%")
        {
            return Arithmetic(syntax);
        }

        var (left, right) = BindPair(syntax.Left, syntax.Right, syntax);
        return Compare(syntax, left, right);
    }

    private Node<sbyte> Compare(BinarySyntax syntax, Node left, Node right) =>
        left switch
        {
            Node<double> number => Comparisons.Of<double, NumberOrder>(syntax.Operator, number, (Node<double>)right),
            Node<long> time => Comparisons.Of<long, TimeOrder>(syntax.Operator, time, (Node<long>)right),
            Node<sbyte> boolean when syntax.Operator is "=" or "!=" => Comparisons.Of<sbyte, BooleanOrder>(
                syntax.Operator,
                boolean,
                (Node<sbyte>)right
            ),
            Node<sbyte> => throw Error(syntax, "true and false are equal or not, but have no order."),
            _ => Comparisons.Of<string?, TextOrder>(syntax.Operator, (Node<string?>)left, (Node<string?>)right),
        };

    private Node<double> Arithmetic(BinarySyntax syntax)
    {
        if (syntax.Operator == "-" && syntax.Left is not NullSyntax && syntax.Right is not NullSyntax)
        {
            var (a, b) = (Bind(syntax.Left), Bind(syntax.Right));
            (a, b) = (AsTime(a, syntax.Left, b.Type), AsTime(b, syntax.Right, a.Type));
            if (a is Node<long> from && b is Node<long> to)
            {
                return new BinaryNode<long, double, DaysBetween>(from, to);
            }
        }

        var what = $"'{syntax.Operator}'";
        var (left, right) = (Bind<double>(syntax.Left, what), Bind<double>(syntax.Right, what));
        return syntax.Operator switch
        {
            "+" => new BinaryNode<double, double, Add>(left, right),
            "-" => new BinaryNode<double, double, Subtract>(left, right),
            "*" => new BinaryNode<double, double, Multiply>(left, right),
            "/" => new BinaryNode<double, double, Divide>(left, right),
            _ => new BinaryNode<double, double, Remainder>(left, right),
        };
    }

    private Node<sbyte> IsNull(IsNullSyntax syntax) =>
        Bind(syntax.Operand) switch
        {
            Node<double> number => new UnaryNode<double, sbyte, IsUnknown<double, NumberOrder>>(number),
            Node<sbyte> boolean => new UnaryNode<sbyte, sbyte, IsUnknown<sbyte, BooleanOrder>>(boolean),
            Node<long> time => new UnaryNode<long, sbyte, IsUnknown<long, TimeOrder>>(time),
            var text => new UnaryNode<string?, sbyte, IsUnknown<string?, TextOrder>>((Node<string?>)text),
        };

    private Node<sbyte> In(InSyntax syntax)
    {
        if (syntax.Items.Count == 0)
        {
            throw Error(syntax, "the list after 'in' is empty.");
        }

        if (syntax.Items.All(item => item is TextSyntax) && Bind(syntax.Operand) is Node<string?> texts)
        {
            var set = syntax.Items.Select(item => ((TextSyntax)item).Value).ToHashSet(StringComparer.Ordinal);
            return new MappedNode<string?, sbyte>(
                texts,
                text => text is null ? BooleanColumn.Missing : (sbyte)(set.Contains(text) ? 1 : 0)
            );
        }

        var any = syntax
            .Items.Select(item => (SyntaxNode)new BinarySyntax(item.Position, "=", syntax.Operand, item))
            .Aggregate((left, right) => new BinarySyntax(left.Position, "or", left, right));
        return (Node<sbyte>)BindHere(any);
    }

    private MappedNode<string?, sbyte> Pattern(PatternSyntax syntax)
    {
        var texts = Bind<string?>(syntax.Operand, $"'{syntax.Operator}'");
        Func<string, bool> holds;
        try
        {
            holds =
                syntax.Operator == "like"
                    ? RuleText.Like(syntax.Pattern.Value)
                    : TextPattern.Matcher(syntax.Pattern.Value);
        }
        catch (ArgumentException error)
        {
            throw Error(syntax.Pattern, error.Message);
        }

        return new MappedNode<string?, sbyte>(
            texts,
            text => text is null ? BooleanColumn.Missing : (sbyte)(holds(text) ? 1 : 0)
        );
    }

    private static NodeType TypeOf<T>() => new ConstantNode<T>(default!).Type;

    private static string Hint(NodeType wanted, NodeType found) =>
        (wanted, found) switch
        {
            (NodeType.Number, NodeType.Text) or (NodeType.Text, NodeType.Number) =>
                " Write number(…) around a text that spells a number; names of columns stand without quotes, or between backticks.",
            (NodeType.Boolean, NodeType.Text) or (NodeType.Text, NodeType.Boolean) =>
                " true and false stand without quotes.",
            (NodeType.Time, NodeType.Text) or (NodeType.Text, NodeType.Time) =>
                " Write time(…) around a text that spells a time.",
            _ => "",
        };
}
