namespace Mlops.Drift;

/// <summary>What about a column is judged.</summary>
public enum ComponentKind
{
    /// <summary>The distribution of the value, given that it is there.</summary>
    Value = 0,

    /// <summary>Missing against present.</summary>
    Missingness = 1,

    /// <summary>What the reference hardly knows: categories never seen, numbers outside its [0.001, 0.999] quantiles. One-sided.</summary>
    Novelty = 2,
}
