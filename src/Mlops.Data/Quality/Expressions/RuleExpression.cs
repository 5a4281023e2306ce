using Mlops.Data.Quality.Expressions.Evaluation;
using Mlops.Data.Quality.Expressions.Syntax;

namespace Mlops.Data.Quality.Expressions;

/// <summary>A condition over the columns of a row, in a small language: <c>paid &lt;= amount and currency in ('EUR', 'USD')</c>.</summary>
/// <remarks>
/// <para>Columns stand by their names, or between backticks (<c>`unit price`</c>); texts between single or double quotes, a quote within
/// written twice; numbers, <c>true</c>, <c>false</c> and <c>null</c> as they are. Loosest first: <c>or</c>; <c>and</c>; <c>not</c>; <c>=</c>,
/// <c>!=</c>, <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c>, <c>&gt;=</c>, <c>in (…)</c>, <c>between a and b</c>, <c>is null</c>, <c>like</c> (with % and _),
/// <c>matches</c> (a regular expression found anywhere in the text), each but the first six also with <c>not</c>; <c>+</c>, <c>-</c>; <c>*</c>, <c>/</c>, <c>%</c>.</para>
/// <para>Functions: <c>abs, ceil, floor, round</c> (halves to even)<c>, sqrt, ln, min, max</c> (of two or more numbers or times)<c>, length</c> (characters)<c>,
/// lower, upper, trim, number, time, year, month, day, hour, weekday</c> (Monday 1)<c>, if(condition, then, else), coalesce</c>. A time minus a time is days.
/// Types are never mixed: a text beside a time is read as a time, and <c>number(…)</c> and <c>time(…)</c> convert.</para>
/// <para>A missing value is unknown, as is a division by zero and what has no number (<c>sqrt(-1)</c>), and what depends on the unknown is unknown, by
/// Kleene's three-valued logic (1938): <c>false and unknown</c> is false. Texts compare ordinally, numbers exactly. Evaluated in blocks of rows without
/// a value boxed; what depends on one category column is found once for each category. Immutable and thread-safe.</para>
/// </remarks>
public sealed class RuleExpression : IEquatable<RuleExpression>
{
    private readonly SyntaxNode _syntax;

    private RuleExpression(string text, SyntaxNode syntax)
    {
        Text = text;
        _syntax = syntax;
        Columns = [.. syntax.Columns()];
    }

    /// <summary>The rule as it was written.</summary>
    public string Text { get; }

    /// <summary>The columns that it names, each once, in the order in which they come.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Reads a rule.</summary>
    /// <param name="text">The rule.</param>
    /// <exception cref="RuleFormatException">It is malformed; the message says where, and what was expected.</exception>
    public static RuleExpression Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new RuleExpression(text, Parser.Parse(text));
    }

    /// <summary>Whether each row of a data set keeps the rule; missing where that is unknown.</summary>
    /// <param name="data">The data set.</param>
    /// <returns>A column of as many rows, named after the rule. O(rows).</returns>
    /// <exception cref="RuleFormatException">The rule names a column that is not there, mixes types, or is no condition.</exception>
    public BooleanColumn Evaluate(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var node = Bind(data);
        var codes = new sbyte[data.RowCount];
        for (var start = 0; start < codes.Length; start += Node.BlockRows)
        {
            node.Evaluate(start, codes.AsSpan(start, Math.Min(Node.BlockRows, codes.Length - start)));
        }

        return new BooleanColumn(Text, SourceType.Boolean, codes);
    }

    /// <inheritdoc/>
    public bool Equals(RuleExpression? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RuleExpression);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    /// <inheritdoc/>
    public override string ToString() => Text;

    internal Node<sbyte> Bind(Dataset data) => Binder.Bind(Text, _syntax, data);
}
