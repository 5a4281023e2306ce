using Mlops.Statistics.Equivalence;
using Mlops.Statistics.TwoSample.Categorical;

namespace Mlops.Data.Quality.Representativeness;

/// <summary>How well rows represent a population.</summary>
public sealed record RepresentativenessResult
{
    private const int LeastRowsToPass = 100;

    /// <summary>
    /// Whether there is an answer: <see cref="ResultStatus.Absent"/> without the column, <see cref="ResultStatus.TypeMismatch"/> where its values are texts, times or
    /// vectors, <see cref="ResultStatus.Empty"/>, <see cref="ResultStatus.AllMissing"/>; <see cref="ResultStatus.Undefined"/> with a single group.
    /// </summary>
    public required ResultStatus Status { get; init; }

    /// <summary>What was declared.</summary>
    public required PopulationShares Population { get; init; }

    /// <summary>The groups, those declared first, then others that rows are of.</summary>
    public IReadOnlyList<GroupRepresentation> Groups { get; init; } = [];

    /// <summary>The distance from the population with its interval; <see langword="null"/> without an answer.</summary>
    public EquivalenceResult? Distance { get; init; }

    /// <summary>The chi-square test of the counts against the declared shares; <see langword="null"/> without an answer.</summary>
    public GoodnessOfFitResult? GoodnessOfFit { get; init; }

    /// <summary>The weight of each row by post-stratification, which gives every group its declared share; 0 where a value is missing or the group was not declared.</summary>
    public IReadOnlyList<double> RowWeights { get; init; } = [];

    /// <summary>Kish's effective number of rows, (Σ w)² / Σ w²: so many rows of a representative sample the weighted rows are worth.</summary>
    public double EffectiveCount { get; init; } = double.NaN;

    /// <summary>The rows where a value is missing.</summary>
    public long MissingCount { get; init; }

    /// <summary>The declared groups that no row is of: no weight can bring them back.</summary>
    public IEnumerable<GroupRepresentation> MissingGroups => Groups.Where(group => group.IsMissing);

    /// <summary>Fail where the distance is surely above the bound, Pass where it surely is not and there are at least 100 rows, as in drift; otherwise Inconclusive.</summary>
    public Verdict Verdict =>
        Status != ResultStatus.Ok || Distance is not { Status: ResultStatus.Ok } distance ? Verdict.Inconclusive
        : distance.Interval.Lower > distance.Bound ? Verdict.Fail
        : distance.Interval.Upper <= distance.Bound && distance.CurrentCount >= LeastRowsToPass ? Verdict.Pass
        : Verdict.Inconclusive;
}
