namespace Mlops.Statistics.TwoSample.Categorical;

/// <summary>How an interval of the ratio of two proportions is found.</summary>
public enum ProportionRatioMethod
{
    /// <summary>The ratios that the score test does not reject. Koopman (1984), "Confidence intervals for the ratio of two binomial proportions".</summary>
    Koopman = 0,

    /// <summary>
    /// The logarithm of the ratio ± z √(1/k₁ - 1/n + 1/k₂ - 1/m); [0, ∞] where a side has no success. Katz, Baptista, Azen and Pike (1978).
    /// </summary>
    KatzLog,
}
