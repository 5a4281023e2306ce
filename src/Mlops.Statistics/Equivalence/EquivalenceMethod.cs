namespace Mlops.Statistics.Equivalence;

/// <summary>How the p-values and the interval of an effect were found.</summary>
public enum EquivalenceMethod
{
    /// <summary>By none: the component is empty or undefined.</summary>
    None = 0,

    /// <summary>By the noncentral chi-square distribution of 8 ln2 N θ².</summary>
    ChiSquare,

    /// <summary>By boxes of two Clopper-Pearson intervals.</summary>
    ClopperPearsonBoxes,
}
