namespace Mlops.Statistics.TwoSample.Spread;

/// <summary>How the p-value of Mood's test is found.</summary>
public enum MoodMethod
{
    /// <summary>Exact where that takes no time (up to about 10 values a side without ties), otherwise asymptotic.</summary>
    Auto = 0,

    /// <summary>
    /// The exact distribution under permutation of the labels, ties as they are; asymptotic where it would take too long (beyond about
    /// 25 values a side, or with many groups of ties of different sizes), which the result says.
    /// </summary>
    Exact,

    /// <summary>The normal distribution with the mean and variance under permutation, as in SciPy.</summary>
    Asymptotic,

    /// <summary>The same distribution as <see cref="Exact"/>, by drawing from it.</summary>
    Permutation,
}
