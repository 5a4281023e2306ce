namespace Mlops.Statistics.TwoSample.Categorical;

/// <summary>How an interval of the difference of two proportions is found. All lie within [-1,1].</summary>
/// <remarks>Newcombe (1998), "Interval estimation for the difference between independent proportions: comparison of eleven methods".</remarks>
public enum ProportionDifferenceMethod
{
    /// <summary>
    /// The differences that the score test does not reject, with the variance at the most likely shares of that difference, times N / (N - 1). Miettinen and
    /// Nurminen (1985).
    /// </summary>
    MiettinenNurminen = 0,

    /// <summary>Newcombe's (1998) tenth method: squares of the distances to the ends of Wilson's intervals, added up.</summary>
    Newcombe,

    /// <summary>Wald's interval after a success and a failure have been added to either side. Agresti and Caffo (2000).</summary>
    AgrestiCaffo,

    /// <summary>
    /// d ± z √(p₁q₁/n + p₂q₂/m). Its coverage is below the level for few rows and shares near 0 or 1, where it has no width: it is here to reproduce
    /// others' numbers.
    /// </summary>
    Wald,
}
