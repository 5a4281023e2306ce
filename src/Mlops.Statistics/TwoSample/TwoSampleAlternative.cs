namespace Mlops.Statistics.TwoSample;

/// <summary>Which difference of two samples counts, named by stochastic order.</summary>
/// <remarks>
/// X is stochastically larger than Y when P(X &gt; t) ≥ P(Y &gt; t) for every t: its distribution function lies below. SciPy names
/// the sides otherwise, and not alike for all tests: its <c>greater</c> is <see cref="CurrentGreater"/> for Kolmogorov-Smirnov with the
/// reference first, and <see cref="CurrentLess"/> for t and Mann-Whitney.
/// </remarks>
public enum TwoSampleAlternative
{
    /// <summary>The distributions differ, in either direction.</summary>
    TwoSided = 0,

    /// <summary>The current data are stochastically larger than the reference.</summary>
    CurrentGreater,

    /// <summary>The current data are stochastically smaller than the reference.</summary>
    CurrentLess,
}
