namespace Mlops.Data.Quality.Exploration;

/// <summary>One thing that was looked for, and what came out.</summary>
/// <param name="Rule">What was asked: <c>explore/leakage</c> and so on; it never changes.</param>
/// <param name="Subject">Of what: a column, columns, or the data set.</param>
/// <param name="Verdict">What came out.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record ExplorationFinding(string Rule, string Subject, Verdict Verdict, string Reason)
{
    /// <summary>Whether it counts for the verdict on the data; a hint, which people have to judge, does not.</summary>
    public bool IsCounted { get; init; } = true;

    /// <summary>What to do about it; empty for nothing.</summary>
    public string Advice { get; init; } = "";

    /// <summary>What was observed; NaN where there is no number.</summary>
    public double Observed { get; init; } = double.NaN;

    /// <summary>What it was held against; NaN for nothing.</summary>
    public double Bound { get; init; } = double.NaN;

    /// <summary>The interval of what was observed; <see langword="null"/> without one.</summary>
    public ConfidenceInterval? Interval { get; init; }

    /// <summary>The first rows that it is about, from 0.</summary>
    public IReadOnlyList<long> Rows { get; init; } = [];
}
