using Mlops.Statistics.Distributions;

namespace Mlops.Statistics.Intervals;

/// <summary>Confidence intervals of the share of successes in independent trials.</summary>
/// <remarks>
/// For many trials the methods agree; <see cref="ProportionIntervalMethod"/> says how they differ for few. Without trials every one is [0,1].
/// Constant time, but for the square root of the number of trials in the two that invert the beta distribution.
/// </remarks>
public static class ProportionInterval
{
    /// <summary>The interval of the share of successes, within [0,1].</summary>
    /// <param name="successes">How many successes, from 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">How many trials. Without any, the interval is [0,1].</param>
    /// <param name="confidenceLevel">The two-sided level in (0,1).</param>
    /// <param name="method">How it is found.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static ConfidenceInterval Of(
        long successes,
        long trials,
        double confidenceLevel = 0.95,
        ProportionIntervalMethod method = ProportionIntervalMethod.Wilson
    )
    {
        ClopperPearson.Check(successes, trials, confidenceLevel);
        double k = successes,
            n = trials,
            tail = (1 - confidenceLevel) / 2;
        var z = -Normal.Quantile(tail);
        var (lower, upper) = method switch
        {
            ProportionIntervalMethod.Wilson => Wilson(k, n, z),
            ProportionIntervalMethod.ClopperPearson => ClopperPearson.Limits(k, n, tail),
            ProportionIntervalMethod.AgrestiCoull => Normals(k + (z * z / 2), n + (z * z), z),
            ProportionIntervalMethod.Jeffreys => Jeffreys(k, n, tail),
            ProportionIntervalMethod.NormalApproximation => Normals(k, n, z),
            _ => throw new ArgumentOutOfRangeException(
                nameof(method),
                method,
                $"The method must be one of {string.Join(", ", Enum.GetNames<ProportionIntervalMethod>())}."
            ),
        };
        return trials == 0
            ? new ConfidenceInterval(0, 1, confidenceLevel)
            : new ConfidenceInterval(lower, upper, confidenceLevel);
    }

    /// <summary>The roots of (n + z²) π² - (2k + z²) π + k²/n, each limit in the form that does not cancel.</summary>
    private static (double Lower, double Upper) Wilson(double k, double n, double z) =>
        (LowerRoot(k, n, z), k == n ? 1 : UpperRoot(k, n, z));

    private static double UpperRoot(double k, double n, double z) =>
        (k + (z * z / 2) + (z * Math.Sqrt((z * z / 4) + (k * (n - k) / n)))) / (n + (z * z));

    // The product of the roots is k² / (n (n + z²)).
    private static double LowerRoot(double k, double n, double z) =>
        k == 0 ? 0 : k / n * k / (n + (z * z)) / (k == n ? 1 : UpperRoot(k, n, z));

    private static (double Lower, double Upper) Normals(double k, double n, double z)
    {
        var share = k / n;
        var half = z * Math.Sqrt(share * ((n - k) / n) / n);
        return (Math.Max(0, share - half), Math.Min(1, share + half));
    }

    private static (double Lower, double Upper) Jeffreys(double k, double n, double tail) =>
        (
            IncompleteBeta.LowerQuantile(tail, k + 0.5, n - k + 0.5).X,
            IncompleteBeta.LowerQuantile(tail, n - k + 0.5, k + 0.5).Y
        );
}
