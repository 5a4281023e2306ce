namespace Mlops.Statistics.Divergences;

/// <summary>The customary bands of the population stability index.</summary>
/// <remarks>A rule of thumb of credit scoring (Siddiqi, 2006), not a test: it knows nothing of how many rows there were.</remarks>
public enum PopulationStabilityBand
{
    /// <summary>The index is undefined.</summary>
    Undefined = 0,

    /// <summary>Below 0.1.</summary>
    Stable,

    /// <summary>From 0.1, below 0.25.</summary>
    Moderate,

    /// <summary>0.25 or more.</summary>
    Significant,
}
