using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Mlops.Registry.Policies;

/// <summary>Durations as policies write them: ISO 8601 in weeks, days, hours, minutes and seconds, or short.</summary>
/// <remarks>Years and months are not read: they have no fixed length, so that a date would decide what a rule means.</remarks>
internal static partial class PolicyDuration
{
    internal const string Expected =
        "a duration in weeks, days, hours, minutes or seconds, such as 'P90D', 'PT12H', '90d', '12h' or '30min'";

    internal static readonly TimeSpan Longest = TimeSpan.FromDays(36_525);

    internal static bool TryParse([NotNullWhen(true)] string? text, out TimeSpan duration)
    {
        duration = default;
        var match = IsoPattern().Match(text ?? "");
        if (!match.Success)
        {
            match = ShortPattern().Match(text ?? "");
        }

        if (!match.Success)
        {
            return false;
        }

        decimal seconds = 0;
        (string Group, decimal Seconds)[] units = [("w", 604_800), ("d", 86_400), ("h", 3_600), ("m", 60), ("s", 1)];
        foreach (var (group, factor) in units)
        {
            var part = match.Groups[group];
            if (part.Success)
            {
                seconds += int.Parse(part.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) * factor;
            }
        }

        if (seconds > (decimal)Longest.TotalSeconds)
        {
            return false;
        }

        duration = TimeSpan.FromSeconds((long)seconds);
        return duration > TimeSpan.Zero;
    }

    internal static string Format(TimeSpan duration)
    {
        var text = new StringBuilder("P");
        Append(text, duration.Days, 'D');
        if (duration.Ticks % TimeSpan.TicksPerDay != 0)
        {
            text.Append('T');
            Append(text, duration.Hours, 'H');
            Append(text, duration.Minutes, 'M');
            Append(text, duration.Seconds, 'S');
        }

        return text.ToString();
    }

    /// <summary>A duration in words: <c>90 days</c>, <c>12 hours</c>; ISO 8601 where no single unit has it whole.</summary>
    internal static string InWords(TimeSpan duration)
    {
        (long Ticks, string Unit)[] units =
        [
            (TimeSpan.TicksPerDay, "day"),
            (TimeSpan.TicksPerHour, "hour"),
            (TimeSpan.TicksPerMinute, "minute"),
            (TimeSpan.TicksPerSecond, "second"),
        ];
        foreach (var (ticks, unit) in units)
        {
            if (duration.Ticks % ticks == 0)
            {
                return Words.Count(duration.Ticks / ticks, unit);
            }
        }

        return Format(duration);
    }

    internal static TimeSpan? Checked(TimeSpan? duration, string name)
    {
        if (duration is not { } value)
        {
            return null;
        }

        return value > TimeSpan.Zero && value <= Longest && value.Ticks % TimeSpan.TicksPerSecond == 0
            ? value
            : throw new ArgumentException(
                $"The duration is {value}; it must be above zero, at most {Longest.Days} days, and in whole seconds.",
                name
            );
    }

    private static void Append(StringBuilder text, int count, char unit)
    {
        if (count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{count}{unit}");
        }
    }

    [GeneratedRegex(
        @"^P(?=.)(?:(?<w>[0-9]{1,9})W)?(?:(?<d>[0-9]{1,9})D)?(?:T(?=.)(?:(?<h>[0-9]{1,9})H)?(?:(?<m>[0-9]{1,9})M)?(?:(?<s>[0-9]{1,9})S)?)?\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex IsoPattern();

    [GeneratedRegex(
        @"^(?:(?<w>[0-9]{1,9})w|(?<d>[0-9]{1,9})d|(?<h>[0-9]{1,9})h|(?<m>[0-9]{1,9})min|(?<s>[0-9]{1,9})s)\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex ShortPattern();
}
