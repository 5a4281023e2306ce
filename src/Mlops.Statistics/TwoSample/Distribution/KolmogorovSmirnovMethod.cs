namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>How a Kolmogorov-Smirnov p-value is found.</summary>
public enum KolmogorovSmirnovMethod
{
    /// <summary>Exact when neither sample has more than 10,000 values, otherwise asymptotic.</summary>
    Auto = 0,

    /// <summary>
    /// The exact null distribution for continuous data; under ties the p-value is too large, never too small. Where it would take
    /// too long (see <see cref="KolmogorovSmirnov"/>) the asymptotic one is used, which the result says.
    /// </summary>
    Exact,

    /// <summary>Two-sided Kolmogorov's distribution at n m / (n + m) values, one-sided Hodges' approximation.</summary>
    Asymptotic,
}
