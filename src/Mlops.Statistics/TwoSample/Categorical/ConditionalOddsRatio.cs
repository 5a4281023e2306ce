namespace Mlops.Statistics.TwoSample.Categorical;

/// <summary>The odds ratio of two rows of two cells given all margins: its most likely value, and its exact interval.</summary>
/// <remarks>Fisher (1935); Cornfield (1956). The roots are sought on the logarithm of the odds ratio.</remarks>
internal static class ConditionalOddsRatio
{
    private const double Farthest = 700;

    /// <summary>The odds at which the mean is x.</summary>
    internal static double Estimate(Hypergeometric table, long x) =>
        x == table.Lowest ? 0
        : x == table.Highest ? double.PositiveInfinity
        : Math.Exp(Root(logOdds => x - table.Moments(logOdds, x).Mean));

    /// <summary>The odds that neither one-sided test rejects at half of 1 - level.</summary>
    internal static ConfidenceInterval Interval(Hypergeometric table, long x, double level)
    {
        var tail = (1 - level) / 2;
        var lower = x == table.Lowest ? 0 : Math.Exp(Root(odds => tail - table.Moments(odds, x).Upper));
        var upper =
            x == table.Highest
                ? double.PositiveInfinity
                : Math.Exp(Root(odds => table.Moments(odds, x).Lower - tail));
        return new ConfidenceInterval(lower, upper, level);
    }

    private static double Root(Func<double, double> falling)
    {
        double low = -1,
            high = 1;
        while (falling(low) <= 0 && low > -Farthest)
        {
            low = Math.Max(2 * low, -Farthest);
        }

        while (falling(high) >= 0 && high < Farthest)
        {
            high = Math.Min(2 * high, Farthest);
        }

        return BracketedRoot.Solve(low, high, falling);
    }
}
