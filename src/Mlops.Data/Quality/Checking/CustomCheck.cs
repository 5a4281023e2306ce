using Mlops.Data.Quality.Constraints;

namespace Mlops.Data.Quality.Checking;

/// <summary>Calls the code of a custom constraint.</summary>
internal static class CustomCheck
{
    public static ConstraintResult Of(CustomConstraint constraint, Dataset data)
    {
        CustomOutcome outcome;
        try
        {
            outcome =
                constraint.Check(data)
                ?? throw new InvalidOperationException("The code of the constraint returned null.");
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // The report is always made: what goes wrong in one constraint is that constraint's finding.
            return new ConstraintResult(
                constraint,
                Verdict.Fail,
                $"Its code failed with {error.GetType().Name}: {error.Message}"
            )
            {
                Status = ResultStatus.Undefined,
                Advice = "Correct the code of the constraint, or what it expects of the data.",
            };
        }

        return new ConstraintResult(constraint, outcome.Verdict, outcome.Reason)
        {
            Observed = outcome.Observed,
            Bound = outcome.Bound,
            CheckedRows = data.RowCount,
            ViolatingRows = outcome.ViolatingRows,
            Examples = outcome.Examples,
            Advice = outcome.Verdict == Verdict.Pass ? "" : "Look at what the constraint's code reports.",
        };
    }
}
