namespace Mlops.Drift;

/// <summary>How much of the reference a baseline holds.</summary>
public enum BaselineDetail
{
    /// <summary>Counts in bins, moments and the names of categories: all that the verdict needs. Tests on values are bounded by the bins.</summary>
    Binned = 0,

    /// <summary>The values of each number column as well, without the order of rows: tests on values are exact.</summary>
    Values = 1,
}
