using Mlops.Data.Quality.Expressions.Syntax;

namespace Mlops.Data.Quality.Expressions.Evaluation;

/// <summary>The functions of rules.</summary>
internal static class Functions
{
    private static readonly string[] Names =
    [
        "abs",
        "ceil",
        "coalesce",
        "day",
        "floor",
        "hour",
        "if",
        "length",
        "ln",
        "lower",
        "max",
        "min",
        "month",
        "number",
        "round",
        "sqrt",
        "time",
        "trim",
        "upper",
        "weekday",
        "year",
    ];

    public static Node Bind(Binder binder, CallSyntax call) =>
        call.Function switch
        {
            "if" => If(binder, Count(binder, call, 3)),
            "coalesce" => Coalesce(binder, AtLeastTwo(binder, call)),
            "min" or "max" => Extreme(binder, AtLeastTwo(binder, call)),
            "abs" => new UnaryNode<double, double, Absolute>(One<double>(binder, call)),
            "floor" => new UnaryNode<double, double, Floor>(One<double>(binder, call)),
            "ceil" => new UnaryNode<double, double, Ceiling>(One<double>(binder, call)),
            "round" => new UnaryNode<double, double, Round>(One<double>(binder, call)),
            "sqrt" => new UnaryNode<double, double, SquareRoot>(One<double>(binder, call)),
            "ln" => new UnaryNode<double, double, NaturalLogarithm>(One<double>(binder, call)),
            "length" => OfText(binder, call, text => (double)RuleText.Length(text), double.NaN),
            "number" => OfText(binder, call, text => RuleText.Number(text), double.NaN),
            "time" => OfText(binder, call, text => RuleText.Time(text), TimeColumn.Missing),
            "lower" => OfText<string?>(binder, call, text => text.ToLowerInvariant(), null),
            "upper" => OfText<string?>(binder, call, text => text.ToUpperInvariant(), null),
            "trim" => OfText<string?>(binder, call, text => text.Trim(), null),
            "year" => OfTime(binder, call, time => time.Year),
            "month" => OfTime(binder, call, time => time.Month),
            "day" => OfTime(binder, call, time => time.Day),
            "hour" => OfTime(binder, call, time => time.Hour),
            // ISO 8601: Monday is 1, Sunday 7.
            "weekday" => OfTime(binder, call, time => time.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)time.DayOfWeek),
            _ => throw binder.Error(
                call,
                $"there is no function '{call.Function}'. Nearest: '{Names.MinBy(name => NearestNames.Distance(call.Function, name))}'. There are {string.Join(", ", Names)}."
            ),
        };

    private static Node If(Binder binder, CallSyntax call)
    {
        var condition = binder.Bind<sbyte>(call.Arguments[0], "the first argument of 'if'");
        return Pair(binder, call, call.Arguments[1], call.Arguments[2]) switch
        {
            (Node<double> a, Node<double> b) => new IfNode<double>(condition, a, b, double.NaN),
            (Node<sbyte> a, Node<sbyte> b) => new IfNode<sbyte>(condition, a, b, BooleanColumn.Missing),
            (Node<long> a, Node<long> b) => new IfNode<long>(condition, a, b, TimeColumn.Missing),
            var (a, b) => new IfNode<string?>(condition, (Node<string?>)a, (Node<string?>)b, null),
        };
    }

    private static Node Coalesce(Binder binder, CallSyntax call) =>
        Chain(
            binder,
            call,
            (first, second) =>
                (first, second) switch
                {
                    (Node<double> a, Node<double> b) => new CoalesceNode<double, NumberOrder>(a, b),
                    (Node<sbyte> a, Node<sbyte> b) => new CoalesceNode<sbyte, BooleanOrder>(a, b),
                    (Node<long> a, Node<long> b) => new CoalesceNode<long, TimeOrder>(a, b),
                    _ => new CoalesceNode<string?, TextOrder>((Node<string?>)first, (Node<string?>)second),
                }
        );

    private static Node Extreme(Binder binder, CallSyntax call) =>
        Chain(
            binder,
            call,
            (first, second) =>
                (first, second, call.Function) switch
                {
                    (Node<double> a, Node<double> b, "min") => new BinaryNode<
                        double,
                        double,
                        Minimum<double, NumberOrder>
                    >(a, b),
                    (Node<double> a, Node<double> b, _) => new BinaryNode<double, double, Maximum<double, NumberOrder>>(
                        a,
                        b
                    ),
                    (Node<long> a, Node<long> b, "min") => new BinaryNode<long, long, Minimum<long, TimeOrder>>(a, b),
                    (Node<long> a, Node<long> b, _) => new BinaryNode<long, long, Maximum<long, TimeOrder>>(a, b),
                    _ => throw binder.Error(
                        call,
                        $"'{call.Function}' wants numbers or times, and this is {Binder.Name(first.Type)}."
                    ),
                }
        );

    // All arguments have the type of the first that is not null.
    private static Node Chain(Binder binder, CallSyntax call, Func<Node, Node, Node> join)
    {
        SyntaxNode[] known = [.. call.Arguments.Where(argument => argument is not NullSyntax)];
        if (known.Length == 0)
        {
            throw binder.Error(call, $"all arguments of '{call.Function}' are null.");
        }

        var hasTime = known.Any(argument => binder.Bind(argument).Type == NodeType.Time);
        var nodes = known.Select(argument =>
            binder.AsTime(binder.Bind(argument), argument, hasTime ? NodeType.Time : NodeType.Text)
        );
        return nodes.Aggregate(
            (first, second) =>
                first.Type == second.Type
                    ? join(first, second)
                    : throw binder.Error(
                        call,
                        $"the arguments of '{call.Function}' are {Binder.Name(first.Type)} and {Binder.Name(second.Type)}; they must be of one type."
                    )
        );
    }

    private static (Node, Node) Pair(Binder binder, CallSyntax call, SyntaxNode left, SyntaxNode right)
    {
        if (left is NullSyntax && right is NullSyntax)
        {
            throw binder.Error(call, "both values of 'if' are null.");
        }

        return left is NullSyntax ? (Unknown(binder.Bind(right)), binder.Bind(right))
            : right is NullSyntax ? (binder.Bind(left), Unknown(binder.Bind(left)))
            : binder.BindPair(left, right, call);
    }

    private static Node Unknown(Node like) =>
        like.Type switch
        {
            NodeType.Number => new ConstantNode<double>(double.NaN),
            NodeType.Boolean => new ConstantNode<sbyte>(BooleanColumn.Missing),
            NodeType.Time => new ConstantNode<long>(TimeColumn.Missing),
            _ => new ConstantNode<string?>(null),
        };

    private static Node<T> One<T>(Binder binder, CallSyntax call) =>
        binder.Bind<T>(Count(binder, call, 1).Arguments[0], $"'{call.Function}'");

    private static MappedNode<string?, T> OfText<T>(Binder binder, CallSyntax call, Func<string, T> map, T unknown) =>
        new(One<string?>(binder, call), text => text is null ? unknown : map(text));

    private static MappedNode<long, double> OfTime(Binder binder, CallSyntax call, Func<DateTime, int> part)
    {
        var argument = Count(binder, call, 1).Arguments[0];
        var times =
            binder.AsTime(binder.Bind(argument), argument, NodeType.Time) as Node<long>
            ?? binder.Bind<long>(argument, $"'{call.Function}'");
        return new MappedNode<long, double>(
            times,
            ticks => ticks == TimeColumn.Missing ? double.NaN : part(new DateTime(ticks, DateTimeKind.Utc))
        );
    }

    private static CallSyntax Count(Binder binder, CallSyntax call, int count) =>
        call.Arguments.Count == count
            ? call
            : throw binder.Error(
                call,
                $"'{call.Function}' takes {count} argument{(count == 1 ? "" : "s")}, not {call.Arguments.Count}."
            );

    private static CallSyntax AtLeastTwo(Binder binder, CallSyntax call) =>
        call.Arguments.Count >= 2
            ? call
            : throw binder.Error(call, $"'{call.Function}' takes two arguments or more, not {call.Arguments.Count}.");
}
