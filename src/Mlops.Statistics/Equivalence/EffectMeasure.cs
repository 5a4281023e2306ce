namespace Mlops.Statistics.Equivalence;

/// <summary>In what a tolerated change is stated.</summary>
public enum EffectMeasure
{
    /// <summary>None: the default value of a bound, which no test accepts.</summary>
    None = 0,

    /// <summary>The Jensen-Shannon distance, base 2.</summary>
    JensenShannon,

    /// <summary>A shift of a normal variable's mean, in its standard deviations.</summary>
    Shift,

    /// <summary>A ratio of a normal variable's standard deviations.</summary>
    ScaleRatio,

    /// <summary>The Kolmogorov-Smirnov distance of a shifted normal variable.</summary>
    KolmogorovSmirnov,

    /// <summary>The population stability index of a shifted normal variable, on the reference's deciles.</summary>
    PopulationStability,

    /// <summary>A change of the share of missing rows.</summary>
    MissingShare,
}
