namespace Mlops.Statistics.TwoSample.Location;

/// <summary>How a Mann-Whitney p-value is found.</summary>
public enum MannWhitneyMethod
{
    /// <summary>Exact where that takes no time (up to about 55 values a side, or 5 against 1,000), otherwise asymptotic.</summary>
    Auto = 0,

    /// <summary>The exact distribution under permutation of the labels, ties as they are; asymptotic where it would take too long (see <see cref="MannWhitney"/>), which the result says.</summary>
    Exact,

    /// <summary>The normal distribution with the variance that the ties leave.</summary>
    Asymptotic,

    /// <summary>The same distribution as <see cref="Exact"/>, by drawing from it.</summary>
    Permutation,
}
