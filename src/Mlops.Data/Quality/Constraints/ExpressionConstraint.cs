using Mlops.Data.Quality.Expressions;

namespace Mlops.Data.Quality.Constraints;

/// <summary>Every row keeps a rule, which may join several columns.</summary>
/// <remarks>A row for which the rule is unknown, because a value is missing, does not violate it; such rows are counted apart.</remarks>
public sealed record ExpressionConstraint : RowConstraint
{
    /// <summary>Makes the constraint of a rule; its id is the rule.</summary>
    /// <param name="rule">The rule, in the language of <see cref="RuleExpression"/>.</param>
    /// <exception cref="RuleFormatException">The rule is malformed; the message says where.</exception>
    public ExpressionConstraint(string rule)
        : this(RuleExpression.Parse(rule)) { }

    /// <summary>Makes the constraint of a rule; its id is the rule.</summary>
    /// <param name="rule">The rule.</param>
    public ExpressionConstraint(RuleExpression rule)
        : base((rule ?? throw new ArgumentNullException(nameof(rule))).Text) => Rule = rule;

    /// <summary>The rule.</summary>
    public RuleExpression Rule { get; }

    /// <inheritdoc/>
    public override string Kind => "rule";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns => Rule.Columns;

    /// <inheritdoc/>
    public override string Demand => $"{Rule.Text}{Tolerance}";
}
