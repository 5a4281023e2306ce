using Mlops.Data.Quality.Constraints;

namespace Mlops.Data.Quality;

/// <summary>What came out for one constraint.</summary>
/// <param name="Constraint">The constraint.</param>
/// <param name="Verdict">Whether it is kept.</param>
/// <param name="Reason">Why, in one sentence.</param>
public sealed record ConstraintResult(DataConstraint Constraint, Verdict Verdict, string Reason)
{
    /// <summary>Whether the data could answer: absent, of another type, empty, or all missing where they could not.</summary>
    public ResultStatus Status { get; init; }

    /// <summary>What <see cref="Observed"/> and <see cref="Bound"/> are: <c>share</c> of the checked rows that violate the constraint, <c>rows</c>, <c>hours</c>, or empty for nothing.</summary>
    public string Measure { get; init; } = "";

    /// <summary>What was measured; NaN where nothing could be.</summary>
    public double Observed { get; init; } = double.NaN;

    /// <summary>The largest value that is tolerated, of row counts the limit that is violated, otherwise the least; NaN for none.</summary>
    public double Bound { get; init; } = double.NaN;

    /// <summary>The interval of <see cref="Observed"/> where a share is held against a tolerance; <see langword="null"/> where the answer is exact.</summary>
    public ConfidenceInterval? Interval { get; init; }

    /// <summary>The rows that were looked at: those with a value, and of rules those for which the rule is known.</summary>
    public long CheckedRows { get; init; }

    /// <summary>The rows that violate the constraint.</summary>
    public long ViolatingRows { get; init; }

    /// <summary>The rows that could not be looked at, since a value is missing.</summary>
    public long UnknownRows { get; init; }

    /// <summary>The first of the violating rows.</summary>
    public IReadOnlyList<ViolationExample> Examples { get; init; } = [];

    /// <summary>What to do next, in one sentence; empty where there is nothing to do.</summary>
    public string Advice { get; init; } = "";

    /// <summary>Whether the result counts for the verdict on the data.</summary>
    public bool IsCounted => Constraint.Severity == ConstraintSeverity.Error;

    /// <inheritdoc/>
    public override string ToString() => $"{Verdict}: {Constraint.Id}: {Reason}";
}
