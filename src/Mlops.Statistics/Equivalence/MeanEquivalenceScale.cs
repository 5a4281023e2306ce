namespace Mlops.Statistics.Equivalence;

/// <summary>The scale of the bounds of an equivalence test of means.</summary>
public enum MeanEquivalenceScale
{
    /// <summary>The values' own unit.</summary>
    Raw = 0,

    /// <summary>Standard deviations of the population, estimated by the pooled one: Cohen's d.</summary>
    Standardized,
}
