using Mlops.Data.Quality.Leakage;
using Mlops.Reporting;

namespace Mlops.Data.Quality.Exploration;

/// <summary>Says what was found of leaks.</summary>
internal static class LeakageFindings
{
    public const string Feature = "explore/leakage";
    public const string Missingness = "explore/missingness-leakage";
    public const string Overlap = "explore/overlap";
    public const string Time = "explore/time-order";

    public static IEnumerable<ExplorationFinding> Of(
        LeakageResult leakage,
        OverlapResult? overlap,
        TimeOrderResult? time
    )
    {
        foreach (var power in leakage.Features)
        {
            yield return Of(
                Feature,
                power,
                leakage,
                "itself",
                "Ask when its value is known: leave it out if that is after the label, or if it was made from it."
            );
        }

        foreach (var power in leakage.Missingness)
        {
            yield return Of(
                Missingness,
                power,
                leakage,
                "the fact that it is missing",
                "Ask who fills it in and when: it may be collected only for rows with a known outcome."
            );
        }

        if (overlap is not null)
        {
            yield return Of(overlap);
        }

        if (time is { Status: not ResultStatus.Absent })
        {
            yield return Of(time);
        }
    }

    private static ExplorationFinding Of(
        string rule,
        FeaturePower power,
        LeakageResult leakage,
        string by,
        string advice
    ) =>
        new(rule, power.Column, power.Verdict, Reason(power, leakage, by))
        {
            Observed = power.Power,
            Bound = power.Bound,
            Interval = power.Status == ResultStatus.Ok ? power.Interval : null,
            Advice = power.Verdict switch
            {
                Verdict.Pass => "",
                Verdict.Fail => advice,
                _ when power.Status != ResultStatus.Ok => "",
                _ => $"It is too powerful to be sure that it is honest. {advice}",
            },
        };

    private static string Reason(FeaturePower power, LeakageResult leakage, string by)
    {
        if (power.Status != ResultStatus.Ok)
        {
            return power.Status switch
            {
                ResultStatus.Constant => "It has one value, which tells nothing.",
                ResultStatus.AllMissing => "It has no values, which tells nothing.",
                _ => $"Too few rows to tell how well it tells {leakage.Label} ({ReportFormat.Count(power.Count)}).",
            };
        }

        var numbers =
            $"{ReportFormat.Fixed(power.Power, 3)} (interval {ReportFormat.Fixed(power.Interval.Lower, 3)} to {ReportFormat.Fixed(power.Interval.Upper, 3)}; bound {ReportFormat.Fixed(power.Bound, 2)})";
        var what =
            power.Class.Length == 0 || leakage.Classes.Count == 2 ? leakage.Label : $"{leakage.Label} = {power.Class}";
        return power.Verdict switch
        {
            Verdict.Fail => $"Alone, {by} tells {what} with a power of {numbers}: suspiciously well.",
            Verdict.Pass => $"Alone, {by} tells {what} with a power of {numbers}.",
            _ => $"Alone, {by} tells {what} with a power of {numbers}: it can't be told from the bound.",
        };
    }

    private static ExplorationFinding Of(OverlapResult overlap) =>
        new(
            Overlap,
            "data set",
            overlap.Verdict,
            overlap.Status != ResultStatus.Ok
                ? "The data have no rows or columns in common with the reference to compare."
                : $"{ReportFormat.Count(overlap.Overlap.Count)} of {ReportFormat.Count(overlap.Overlap.Total)} rows occur in the reference ({ReportFormat.Percent(overlap.Overlap.Value, 2)}); tolerated, with what chance explains, are {ReportFormat.Percent(overlap.Bound, 2)}. The features alone occur there of {ReportFormat.Count(overlap.FeatureOverlap.Count)} rows."
        )
        {
            Observed = overlap.Overlap.Value,
            Bound = overlap.Bound,
            Interval = overlap.Overlap.Interval,
            Rows = [.. overlap.Examples.Select(example => example.CurrentRow)],
            Advice =
                overlap.Verdict == Verdict.Pass
                    ? ""
                    : "Remove the rows that a model was trained on, or split by entity or time: a test on known rows flatters.",
        };

    private static ExplorationFinding Of(TimeOrderResult time) =>
        new(
            Time,
            time.Column,
            time.Verdict,
            time.Status != ResultStatus.Ok ? "There are no times to compare."
                : time.Early.Count == 0 ? "Every row comes after the reference."
                : $"{ReportFormat.Count(time.Early.Count)} of {ReportFormat.Count(time.Early.Total)} rows come before the reference's end, {time.ReferenceEnd:yyyy-MM-dd HH:mm:ss} UTC."
        )
        {
            Observed = time.Early.Value,
            Bound = 0,
            Interval = time.Status == ResultStatus.Ok ? time.Early.Interval : null,
            Rows = time.Examples,
            Advice =
                time.Verdict == Verdict.Fail ? "Split by time: the reference has seen the future of these rows." : "",
        };
}
