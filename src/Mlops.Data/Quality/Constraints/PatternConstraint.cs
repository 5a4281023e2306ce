using Mlops.Data.Quality.Expressions.Evaluation;

namespace Mlops.Data.Quality.Constraints;

/// <summary>Texts match a regular expression.</summary>
/// <param name="Column">The column's name: categories or texts.</param>
/// <param name="Pattern">The expression; it may be found anywhere in the text, so that <c>^</c> and <c>$</c> demand all of it.</param>
/// <remarks>
/// Matched in linear time. What that does not allow, look-arounds and references back, is matched within a second for each text;
/// a text that takes longer makes the constraint Inconclusive.
/// </remarks>
public sealed record PatternConstraint(string Column, string Pattern) : RowConstraint($"{Column}/pattern")
{
    /// <inheritdoc/>
    public override string Kind => "pattern";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns => [Column];

    /// <inheritdoc/>
    public override string Demand => $"{Column} matches {Pattern}{Tolerance}";

    internal override string? Fault()
    {
        if (base.Fault() is { } fault)
        {
            return fault;
        }

        try
        {
            TextPattern.Matcher(Pattern);
            return null;
        }
        catch (ArgumentException error)
        {
            return error.Message;
        }
    }
}
