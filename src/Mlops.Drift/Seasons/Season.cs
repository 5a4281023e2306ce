namespace Mlops.Drift.Seasons;

/// <summary>What makes two instants alike: the same hour of the week, the same month of the year. All in UTC.</summary>
public enum Season
{
    /// <summary>The hour of the day: 24 seasons.</summary>
    HourOfDay = 0,

    /// <summary>The day of the week, from Monday: 7 seasons.</summary>
    DayOfWeek,

    /// <summary>The hour of the week, from Monday: 168 seasons.</summary>
    HourOfWeek,

    /// <summary>The month of the year: 12 seasons.</summary>
    MonthOfYear,

    /// <summary>The quarter of the year: 4 seasons.</summary>
    QuarterOfYear,
}
