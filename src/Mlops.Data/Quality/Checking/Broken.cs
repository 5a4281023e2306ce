using Mlops.Data.Quality.Constraints;
using Mlops.Data.Quality.Expressions;

namespace Mlops.Data.Quality.Checking;

/// <summary>Results of constraints that the data can't answer.</summary>
internal static class Broken
{
    public static ConstraintResult Absent(DataConstraint constraint, string name, Dataset data)
    {
        var hint = NearestNames
            .NotFound(name, data.Columns.Select(column => column.Name), "column")
            .Message.Split(" (Parameter")[0];
        return new ConstraintResult(constraint, Verdict.Fail, hint)
        {
            Status = ResultStatus.Absent,
            Advice = "See whether it was renamed or left out where the data come from.",
        };
    }

    public static ConstraintResult OfAnotherType(DataConstraint constraint, Column column, string wanted) =>
        new(
            constraint,
            Verdict.Fail,
            $"Column {column.Name} holds {column.Kind} values; the constraint wants {wanted}."
        )
        {
            Status = ResultStatus.TypeMismatch,
            Advice = "Read the column as the right kind, add a type constraint, or correct the constraint.",
        };

    public static ConstraintResult Unfit(ExpressionConstraint constraint, RuleFormatException error) =>
        new(constraint, Verdict.Fail, $"The rule does not fit the data. {error.Message}")
        {
            Status = ResultStatus.TypeMismatch,
            Advice = "Correct the rule, or read its columns as the right kinds.",
        };

    public static ConstraintResult TooSlow(DataConstraint constraint) =>
        new(constraint, Verdict.Inconclusive, "A text took longer than a second to match.")
        {
            Status = ResultStatus.Undefined,
            Advice = "Write the pattern without look-arounds and references back: then it takes linear time.",
        };
}
