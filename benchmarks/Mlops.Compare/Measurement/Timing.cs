namespace Mlops.Compare.Measurement;

/// <summary>How both sides are timed, by one rule: warm-up until stable, then rounds in turns, so that the machine's mood hits both.</summary>
internal static class Timing
{
    private const int WarmUpCalls = 5;
    private const int LargestWarmUp = 200;
    private const double Agreement = 0.05;

    /// <summary>From here on, in milliseconds, a round is a single call: what one costs, waking up included, is lost in it.</summary>
    private const double LongCall = 50;

    /// <summary>Calls until two medians of five agree within 5%; gives the last median.</summary>
    /// <param name="time">Makes so many calls, and gives the milliseconds of each.</param>
    public static double WarmUp(Func<int, double[]> time)
    {
        var before = Median(time(WarmUpCalls));
        for (var i = 1; i < LargestWarmUp; i++)
        {
            var now = Median(time(WarmUpCalls));
            if (Math.Abs(now - before) <= Agreement * Math.Max(now, before))
            {
                return now;
            }

            before = now;
        }

        return before;
    }

    /// <summary>The medians of the rounds' medians, of two sides in turns.</summary>
    /// <param name="ours">Makes so many of our calls.</param>
    /// <param name="theirs">Makes so many of theirs; <see langword="null"/> where there is no peer.</param>
    /// <param name="rounds">The rounds, at least 1.</param>
    public static (double Ours, double? Theirs) Interleaved(
        Func<int, double[]> ours,
        Func<int, double[]>? theirs,
        int rounds
    )
    {
        var ourEstimate = WarmUp(ours);
        var theirEstimate = theirs is null ? 0 : WarmUp(theirs);
        double[] ourRounds = new double[rounds],
            theirRounds = new double[rounds];
        for (var i = 0; i < rounds; i++)
        {
            ourRounds[i] = Round(ours, ourEstimate);
            theirRounds[i] = theirs is null ? 0 : Round(theirs, theirEstimate);
        }

        return (Median(ourRounds), theirs is null ? null : Median(theirRounds));
    }

    /// <summary>The middle value, or the mean of the two in the middle.</summary>
    public static double Median(double[] values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    // While one side runs the other falls asleep, so the first of several short calls does not count.
    private static double Round(Func<int, double[]> time, double estimate) =>
        Median(estimate >= LongCall ? time(1) : time(1 + WarmUpCalls)[1..]);
}
