namespace Mlops.Statistics.Trend;

/// <summary>Which trend counts.</summary>
public enum TrendAlternative
{
    /// <summary>Upwards or downwards.</summary>
    TwoSided = 0,

    /// <summary>Later values tend to be the larger ones.</summary>
    Increasing,

    /// <summary>Later values tend to be the smaller ones.</summary>
    Decreasing,
}
