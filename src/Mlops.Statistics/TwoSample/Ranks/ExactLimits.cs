namespace Mlops.Statistics.TwoSample.Ranks;

/// <summary>How much work an exact distribution may be.</summary>
internal static class ExactLimits
{
    /// <summary>Some milliseconds.</summary>
    private const double AutoCost = 2e7;

    /// <summary>Under a second, and some tens of megabytes.</summary>
    private const double AskedCost = 1e9;

    /// <summary>Whether it is done.</summary>
    /// <param name="cost">About how many steps it takes.</param>
    /// <param name="isAsked">Whether it was asked for by name.</param>
    internal static bool IsFeasible(double cost, bool isAsked) => cost <= (isAsked ? AskedCost : AutoCost);
}
