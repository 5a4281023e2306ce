namespace Mlops.Statistics.EffectSizes;

/// <summary>Checks that intervals of effects have in common.</summary>
internal static class RankEffectLevel
{
    internal static void Check(double confidenceLevel)
    {
        if (!(confidenceLevel is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(confidenceLevel),
                confidenceLevel,
                "The confidence level must lie in (0,1)."
            );
        }
    }
}
