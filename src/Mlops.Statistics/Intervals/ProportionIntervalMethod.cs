namespace Mlops.Statistics.Intervals;

/// <summary>How an interval of a proportion is found. With k successes of n, p = k / n and z the normal quantile at 1 - α/2.</summary>
/// <remarks>Brown, Cai and DasGupta (2001), "Interval estimation for a binomial proportion", compares them.</remarks>
public enum ProportionIntervalMethod
{
    /// <summary>
    /// The shares that the score test does not reject: (p - π)² ≤ z² π (1 - π) / n. On average over the shares its coverage is near the level, at some
    /// shares below. Wilson (1927).
    /// </summary>
    Wilson = 0,

    /// <summary>The exact interval: coverage is at the level or above at every share. Clopper and Pearson (1934).</summary>
    ClopperPearson,

    /// <summary>p̃ ± z √(p̃ (1 - p̃) / ñ) with ñ = n + z² and p̃ = (k + z²/2) / ñ, cut to [0,1]: Wilson's centre, wider. Agresti and Coull (1998).</summary>
    AgrestiCoull,

    /// <summary>The α/2 and 1 - α/2 quantiles of Beta(k + 1/2, n - k + 1/2), Jeffreys' posterior; with k = 0 or k = n too, where the ends are not set to 0 or 1.</summary>
    Jeffreys,

    /// <summary>
    /// p ± z √(p (1 - p) / n), Wald's interval, cut to [0,1]. Its coverage is far below the level for shares near 0 or 1, and it has no
    /// width at k = 0 and k = n: it is here to reproduce others' numbers.
    /// </summary>
    NormalApproximation,
}
