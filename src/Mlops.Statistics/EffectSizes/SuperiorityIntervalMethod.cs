namespace Mlops.Statistics.EffectSizes;

/// <summary>How an interval of the probability of superiority is made.</summary>
public enum SuperiorityIntervalMethod
{
    /// <summary>Symmetric on the logit scale, variance from the placements, Student's t; stays in [0,1]. Where that variance is 0, as for samples that do not overlap, <see cref="Newcombe"/>'s.</summary>
    Logit = 0,

    /// <summary>Symmetric about the estimate, cut off at 0 and 1: DeLong, DeLong and Clarke-Pearson (1988) with the normal distribution. Where that variance is 0, <see cref="Newcombe"/>'s.</summary>
    DeLong,

    /// <summary>The values whose own standard error, by Hanley and McNeil (1982), the estimate is not too far from: Newcombe (2006), method 5. Never without width.</summary>
    Newcombe,
}
