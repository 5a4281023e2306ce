namespace Mlops.Drift.Detection;

/// <summary>How a test's numbers relate to those that all the values would give.</summary>
public enum TestPrecision
{
    /// <summary>They are those numbers.</summary>
    Exact = 0,

    /// <summary>The statistic is at most theirs and the p-value at least: computed from counts in bins, or through a sketch's error.</summary>
    Bound = 1,

    /// <summary>They are near them: computed from counts in bins.</summary>
    Estimate = 2,

    /// <summary>The p-value is that of independent rows, which these are not: it is at most the true one.</summary>
    Optimistic = 3,
}
