using Mlops.Statistics.Distributions;

namespace Mlops.Statistics.Intervals;

/// <summary>The exact interval of a proportion by Clopper and Pearson.</summary>
/// <remarks>
/// The shares that neither of the two binomial tests at level α/2 rejects: the lower limit is the α/2 quantile of
/// Beta(k, n - k + 1), the upper one the 1 - α/2 quantile of Beta(k + 1, n - k). Coverage is never below the stated level, and
/// mostly above. Clopper and Pearson (1934). Both limits are good to about 1e-14 of their size.
/// </remarks>
public static class ClopperPearson
{
    /// <summary>The interval of the share of successes.</summary>
    /// <param name="successes">How many successes, from 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">How many trials. Without any, the interval is [0,1].</param>
    /// <param name="confidenceLevel">The two-sided level in (0,1).</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static ConfidenceInterval Interval(long successes, long trials, double confidenceLevel = 0.95)
    {
        Check(successes, trials, confidenceLevel);
        var (lower, upper) = Limits(successes, trials, (1 - confidenceLevel) / 2);
        return new ConfidenceInterval(lower, upper, confidenceLevel);
    }

    internal static void Check(long successes, long trials, double confidenceLevel)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        if (!(confidenceLevel is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(confidenceLevel),
                confidenceLevel,
                "The confidence level must lie in (0,1)."
            );
        }
    }

    /// <summary>The limits at a probability of <paramref name="tail"/> on each side, for counts that may be effective ones.</summary>
    /// <remarks>Real counts are Korn and Graubard's (1998) form for rows that are worth fewer than they are.</remarks>
    internal static (double Lower, double Upper) Limits(double successes, double trials, double tail)
    {
        var failures = trials - successes;
        return (
            successes > 0 ? IncompleteBeta.LowerQuantile(tail, successes, failures + 1).X : 0,
            failures > 0 ? IncompleteBeta.LowerQuantile(tail, failures, successes + 1).Y : 1
        );
    }
}
