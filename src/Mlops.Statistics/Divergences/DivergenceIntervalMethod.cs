namespace Mlops.Statistics.Divergences;

/// <summary>How the interval of a divergence is found.</summary>
public enum DivergenceIntervalMethod
{
    /// <summary><see cref="NoncentralChiSquare"/> for the smooth divergences, <see cref="Replicates"/> for total variation and Chebyshev.</summary>
    Auto = 0,

    /// <summary>
    /// Inverts the noncentral chi-square distribution: c N D with N = n m / (n + m) has K - 1 degrees of freedom and noncentrality c N D₀. It holds at no change and for
    /// small changes, and reaches 0 where the test does not reject. For smooth divergences only.
    /// </summary>
    NoncentralChiSquare,

    /// <summary>
    /// D ± z standard errors by the delta method, cut to the range: for changes that are surely there, where it is sharper than the first; too narrow near
    /// no change. For smooth divergences only.
    /// </summary>
    Delta,

    /// <summary>
    /// Twice the value less the quantiles of multinomial replicates (the basic bootstrap, which allows for the bias), from 0 where the test does not reject at half of
    /// 1 - level.
    /// </summary>
    Replicates,
}
