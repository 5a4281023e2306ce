using System.Globalization;

namespace Mlops.Data.Parsing;

/// <summary>Reads ISO 8601 dates and times, in the extended form, from UTF-8 text.</summary>
/// <remarks>
/// <c>2007-03-05</c>, <c>2007-03-05T14:30</c>, <c>2007-03-05 14:30:15.25</c>, each time with <c>Z</c> or an offset (<c>+01:00</c>, <c>+0100</c>, <c>+01</c>) or, without, in UTC.
/// Digits beyond a tick (100 ns) are dropped.
/// </remarks>
internal static class IsoTimeParser
{
    private const int TickDigits = 7;
    private const int DateLength = 10;
    private const string Form = "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ";

    /// <summary>Reads an instant.</summary>
    /// <param name="text">The text without surrounding spaces.</param>
    /// <param name="utcTicks">Ticks in UTC.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, out long utcTicks)
    {
        utcTicks = 0;
        if (
            text.Length < DateLength
            || !TryDigits(text[..4], out var year)
            || text[4] != (byte)'-'
            || !TryDigits(text[5..7], out var month)
            || text[7] != (byte)'-'
            || !TryDigits(text[8..10], out var day)
            || year < 1
            || month is < 1 or > 12
            || day < 1
            || day > DateTime.DaysInMonth(year, month)
        )
        {
            return false;
        }

        utcTicks = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc).Ticks;
        if (text.Length == DateLength)
            return true;
        if (text[DateLength] is not ((byte)'T' or (byte)'t' or (byte)' '))
            return false;

        var rest = text[(DateLength + 1)..];
        if (!TryTimeOfDay(ref rest, out var timeOfDay) || !TryOffset(rest, out var offset))
            return false;
        utcTicks += timeOfDay - offset;
        return utcTicks >= 0 && utcTicks <= DateTime.MaxValue.Ticks;
    }

    /// <summary>Writes an instant so that it reads back as the same.</summary>
    /// <param name="utcTicks">Ticks in UTC.</param>
    public static string Format(long utcTicks) =>
        new DateTime(utcTicks, DateTimeKind.Utc).ToString(Form, CultureInfo.InvariantCulture);

    private static bool TryTimeOfDay(ref ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (
            text.Length < 5
            || !TryDigits(text[..2], out var hour)
            || text[2] != (byte)':'
            || !TryDigits(text[3..5], out var minute)
            || hour > 23
            || minute > 59
        )
        {
            return false;
        }

        ticks = (hour * TimeSpan.TicksPerHour) + (minute * TimeSpan.TicksPerMinute);
        text = text[5..];
        if (text.Length == 0 || text[0] != (byte)':')
            return true;
        if (text.Length < 3 || !TryDigits(text[1..3], out var second) || second > 59)
            return false;
        ticks += second * TimeSpan.TicksPerSecond;
        text = text[3..];
        return text.Length == 0 || text[0] is not ((byte)'.' or (byte)',') || TryFraction(ref text, ref ticks);
    }

    private static bool TryFraction(ref ReadOnlySpan<byte> text, ref long ticks)
    {
        var i = 1;
        var unit = TimeSpan.TicksPerSecond;
        for (; i < text.Length && (uint)(text[i] - '0') <= 9; i++)
        {
            if (i > TickDigits)
                continue;
            unit /= 10;
            ticks += unit * (text[i] - '0');
        }

        text = text[i..];
        return i > 1;
    }

    private static bool TryOffset(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.Length == 0 || (text.Length == 1 && text[0] is (byte)'Z' or (byte)'z'))
            return true;
        if (text[0] is not ((byte)'+' or (byte)'-') || text.Length is not (3 or 5 or 6))
            return false;
        if (text.Length == 6 && text[3] != (byte)':')
            return false;
        var minute = 0;
        if (!TryDigits(text[1..3], out var hour) || (text.Length > 3 && !TryDigits(text[^2..], out minute)))
            return false;
        if (hour > 23 || minute > 59)
            return false;
        ticks = (hour * TimeSpan.TicksPerHour) + (minute * TimeSpan.TicksPerMinute);
        if (text[0] == (byte)'-')
            ticks = -ticks;
        return true;
    }

    private static bool TryDigits(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        foreach (var character in text)
        {
            if ((uint)(character - '0') > 9)
                return false;
            value = (value * 10) + (character - '0');
        }

        return true;
    }
}
