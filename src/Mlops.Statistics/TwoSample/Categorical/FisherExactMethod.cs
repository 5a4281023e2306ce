namespace Mlops.Statistics.TwoSample.Categorical;

/// <summary>How the p-value of Fisher's test is found.</summary>
public enum FisherExactMethod
{
    /// <summary>Exact where that is quick: two by two always, larger tables up to about a million tables of the same margins. Otherwise Monte Carlo.</summary>
    Auto = 0,

    /// <summary>All tables of the same margins are gone through; where there are too many, Monte Carlo takes its place, which the result says.</summary>
    Exact,

    /// <summary>Tables of the same margins are drawn at random.</summary>
    MonteCarlo,
}
