using Mlops.Data.Quality.Constraints;
using Mlops.Statistics.Distributions;
using Mlops.Statistics.Intervals;

namespace Mlops.Data.Quality.Inference;

/// <summary>The bounds that follow from a few counts of a reference.</summary>
internal static class InferredBounds
{
    // Enough to be read at a glance; always rounded upwards.
    private const double ShareStep = 1e-4;

    // A share of 1 would demand nothing.
    private const double LargestShare = 0.9999;

    /// <summary>The share that is tolerated where <paramref name="count"/> of <paramref name="trials"/> were seen.</summary>
    public static double Share(long count, long trials, InferenceOptions options) =>
        trials == 0
            ? LargestShare
            // Two-sided at 2c - 1 is one-sided at c; at c = 0.5 it is the estimate's own median limit.
            : Rounded(
                (
                    count == trials
                        ? 1
                        : ClopperPearson.Interval(count, trials, Math.Max(1e-9, (2 * options.Confidence) - 1)).Upper
                ) + options.Tolerance
            );

    /// <summary>The share that is tolerated outside the least and largest of so many values.</summary>
    public static double Outside(long count, InferenceOptions options) =>
        Rounded((count < 2 ? 1 : Beta.SurvivalQuantile(1 - options.Confidence, 2, count - 1)) + options.Tolerance);

    /// <summary>The range of values from a least to a largest; <see langword="null"/> where nothing follows.</summary>
    public static RangeConstraint? Range(
        string column,
        double minimum,
        double maximum,
        long count,
        bool isWhole,
        InferenceOptions options
    )
    {
        if (!(minimum <= maximum) || count < options.MinimumRows)
        {
            return null;
        }

        double? low = null,
            high = null;
        var spread = maximum - minimum;
        if (spread > 0 && double.IsFinite(spread))
        {
            var margin = options.RangeMargin * spread;
            var step = isWhole ? Math.Max(1, Step(spread)) : Step(spread);
            low = Math.Floor((minimum - margin) / step) * step;
            high = Math.Ceiling((maximum + margin) / step) * step;
        }

        // What is never negative shall not be, and what is never positive neither.
        low = minimum >= 0 ? Math.Max(0, low ?? 0) : low;
        high = maximum <= 0 && minimum < 0 ? Math.Min(0, high ?? 0) : high;
        return low is null && high is null
            ? null
            : new RangeConstraint(column, Clean(low), Clean(high)) { TolerableShare = Outside(count, options) };
    }

    private static double Step(double spread) => Math.Pow(10, Math.Floor(Math.Log10(spread)) - 1);

    // A multiple of a power of ten as a double has digits that nobody wants to read.
    private static double? Clean(double? value) =>
        value is { } number && double.IsFinite(number)
            ? double.Parse(
                number.ToString("G14", System.Globalization.CultureInfo.InvariantCulture),
                System.Globalization.CultureInfo.InvariantCulture
            ) + 0.0
            : null;

    private static double Rounded(double share) =>
        Math.Min(LargestShare, Math.Round(Math.Ceiling(share / ShareStep - 1e-9) * ShareStep, 4));
}
