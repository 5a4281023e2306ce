namespace Mlops.Data.Quality.Leakage;

/// <summary>Whether the current rows come after the reference.</summary>
public sealed record TimeOrderResult
{
    /// <summary>Whether there is an answer: <see cref="ResultStatus.Absent"/> without a time column in both; <see cref="ResultStatus.AllMissing"/> without times on a side.</summary>
    public required ResultStatus Status { get; init; }

    /// <summary>The time column; empty without one.</summary>
    public required string Column { get; init; }

    /// <summary>The newest time of the reference, in UTC.</summary>
    public DateTime? ReferenceEnd { get; init; }

    /// <summary>The oldest current time, in UTC.</summary>
    public DateTime? CurrentStart { get; init; }

    /// <summary>The share of the current rows with a time that lies before the reference's end; one at its end does not.</summary>
    public required ShareOfRows Early { get; init; }

    /// <summary>The first such rows, from 0.</summary>
    public IReadOnlyList<long> Examples { get; init; } = [];

    /// <summary>Pass where no current row lies before the reference's end, Fail where one does, Inconclusive without an answer.</summary>
    public Verdict Verdict => Status == ResultStatus.Ok ? Early.Against(0) : Verdict.Inconclusive;
}
