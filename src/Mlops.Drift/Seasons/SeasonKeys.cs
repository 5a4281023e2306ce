using System.Globalization;

namespace Mlops.Drift.Seasons;

/// <summary>The seasons of instants, numbered from 0.</summary>
internal static class SeasonKeys
{
    public static int Count(Season season) =>
        season switch
        {
            Season.HourOfDay => 24,
            Season.DayOfWeek => 7,
            Season.HourOfWeek => 168,
            Season.MonthOfYear => 12,
            _ => 4,
        };

    /// <summary>The season of an instant.</summary>
    /// <param name="season">Which seasons.</param>
    /// <param name="utcTicks">The instant, in ticks since the year 1, which began on a Monday; -1 for none.</param>
    /// <returns>From 0; -1 for none.</returns>
    public static int Of(Season season, long utcTicks)
    {
        if (utcTicks < 0)
        {
            return -1;
        }

        var hours = utcTicks / TimeSpan.TicksPerHour;
        return season switch
        {
            Season.HourOfDay => (int)(hours % 24),
            Season.DayOfWeek => (int)(hours / 24 % 7),
            Season.HourOfWeek => (int)(hours % 168),
            Season.MonthOfYear => new DateTime(utcTicks, DateTimeKind.Utc).Month - 1,
            _ => (new DateTime(utcTicks, DateTimeKind.Utc).Month - 1) / 3,
        };
    }

    /// <summary>The season's name, for people.</summary>
    public static string Name(Season season, int key) =>
        season switch
        {
            Season.HourOfDay => Hour(key),
            Season.DayOfWeek => Day(key),
            Season.HourOfWeek => $"{Day(key / 24)} {Hour(key % 24)}",
            Season.MonthOfYear => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(key + 1),
            _ => $"quarter {key + 1}",
        };

    private static string Hour(int hour) => string.Create(CultureInfo.InvariantCulture, $"{hour:00}:00");

    private static string Day(int fromMonday) =>
        CultureInfo.InvariantCulture.DateTimeFormat.GetDayName((DayOfWeek)((fromMonday + 1) % 7));
}
