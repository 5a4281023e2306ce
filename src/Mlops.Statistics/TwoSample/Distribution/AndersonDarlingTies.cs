namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>What the Anderson-Darling statistic makes of equal values.</summary>
public enum AndersonDarlingTies
{
    /// <summary>The distribution functions take their middle where they jump: formula 7 of Scholz and Stephens (1987).</summary>
    Midranks = 0,

    /// <summary>The distribution functions are continuous from the right, for data that are discrete by nature: formula 6 there.</summary>
    Discrete,
}
