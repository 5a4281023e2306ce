namespace Mlops.Statistics.TwoSample.Categorical;

/// <summary>How an interval of the odds ratio of two proportions is found. The exact conditional one is <see cref="FisherExact"/>'s.</summary>
public enum OddsRatioMethod
{
    /// <summary>The odds ratios that the score test does not reject: Cornfield's (1956) interval without a continuity correction.</summary>
    Score = 0,

    /// <summary>The logarithm of the odds ratio ± z times the root of the sum of the four cells' inverses; [0, ∞] with an empty cell. Woolf (1955).</summary>
    Woolf,

    /// <summary>Woolf's interval after 1/2 has been added to each cell. Haldane (1956); Anscombe (1956).</summary>
    HaldaneAnscombe,
}
