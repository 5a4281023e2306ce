namespace Mlops.Statistics.TwoSample.Spread;

/// <summary>How an Ansari-Bradley p-value is found.</summary>
public enum AnsariBradleyMethod
{
    /// <summary>Exact where that takes no time (up to about 60 values a side without ties), otherwise asymptotic.</summary>
    Auto = 0,

    /// <summary>The exact distribution under permutation of the labels, ties as they are; asymptotic where it would take too long (beyond about 150 values a side), which the result says.</summary>
    Exact,

    /// <summary>The normal distribution with the mean and variance under permutation.</summary>
    Asymptotic,

    /// <summary>The same distribution as <see cref="Exact"/>, by drawing from it. Two-sided, it is the distance from the mean that counts.</summary>
    Permutation,
}
