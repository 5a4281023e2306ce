using System.Globalization;

namespace Mlops.Reporting;

/// <summary>How numbers are written in reports: the same on every machine, whatever its culture.</summary>
/// <remarks>NaN is written <c>n/a</c>, infinities <c>∞</c> and <c>-∞</c>, and a negative zero as <c>0</c>; nothing here throws for a value.</remarks>
public static class ReportFormat
{
    private const string NotAvailable = "n/a";

    /// <summary>A number of any size: its significant digits, without trailing zeros.</summary>
    /// <param name="value">The number.</param>
    /// <param name="significantDigits">The digits kept, from 1 to 15; those before the decimal point are kept in any case.</param>
    /// <returns>For four digits: <c>0.1235</c>, <c>12.35</c>, <c>123,457</c>; below 0.0001 and from 1,000,000,000 on <c>1.235e-7</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="significantDigits"/> is not from 1 to 15.</exception>
    public static string Number(double value, int significantDigits = 4)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(significantDigits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(significantDigits, 15);
        if (NotFinite(value) is { } word)
        {
            return word;
        }

        if (value == 0)
        {
            return "0";
        }

        // The scientific form is rounded exactly from the double's own digits; its exponent is the rounded number's.
        var scientific = value.ToString(
            "E" + (significantDigits - 1).ToString(CultureInfo.InvariantCulture),
            CultureInfo.InvariantCulture
        );
        var mark = scientific.IndexOf('E', StringComparison.Ordinal);
        var exponent = int.Parse(
            scientific.AsSpan(mark + 1),
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture
        );
        if (exponent is < -4 or >= 9)
        {
            return $"{TrimZeros(scientific[..mark])}e{exponent.ToString(CultureInfo.InvariantCulture)}";
        }

        return TrimZeros(Fixed(value, Math.Max(0, significantDigits - 1 - exponent)));
    }

    /// <summary>A number with a fixed count of decimals, for columns whose digits should stand under each other.</summary>
    /// <param name="value">The number.</param>
    /// <param name="decimals">The digits after the decimal point, from 0 to 20.</param>
    /// <returns>For three decimals: <c>0.120</c>, <c>1,234.500</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is not from 0 to 20.</exception>
    public static string Fixed(double value, int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, 20);
        if (NotFinite(value) is { } word)
        {
            return word;
        }

        var text = value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return text[0] == '-' && text.AsSpan(1).IndexOfAnyInRange('1', '9') < 0 ? text[1..] : text;
    }

    /// <summary>A share as a percentage; what is not quite none or all is never written as 0% or 100%.</summary>
    /// <param name="share">The share, of which 1 is all; differences may be negative.</param>
    /// <param name="decimals">The digits after the decimal point, from 0 to 10.</param>
    /// <returns>For one decimal: <c>12.3%</c>, <c>0%</c>, <c>&lt; 0.1%</c>, <c>&gt; 99.9%</c>, <c>100%</c>, <c>-3.0%</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is not from 0 to 10.</exception>
    public static string Percent(double share, int decimals = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, 10);
        if (NotFinite(share) is { } word)
        {
            return double.IsNaN(share) ? word : word + "%";
        }

        if (share is 0 or 1 or -1)
        {
            return share is 0 ? "0%"
                : share is 1 ? "100%"
                : "-100%";
        }

        var unit = Math.Pow(10, -decimals);
        var text = Fixed(share * 100, decimals);
        if (Math.Abs(share) < 1 && text == Fixed(0, decimals))
        {
            return share > 0 ? $"< {Fixed(unit, decimals)}%" : $"> -{Fixed(unit, decimals)}%";
        }

        if (Math.Abs(share) < 1 && text.TrimStart('-') == Fixed(100, decimals))
        {
            return share > 0 ? $"> {Fixed(100 - unit, decimals)}%" : $"< -{Fixed(100 - unit, decimals)}%";
        }

        return text + "%";
    }

    /// <summary>A count, thousands separated by commas: <c>1,234,567</c>.</summary>
    /// <param name="count">The count.</param>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A probability value to three decimals; what is smaller or larger than they can tell says so.</summary>
    /// <param name="p">The probability, in [0,1].</param>
    /// <returns><c>0.042</c>, <c>&lt; 0.001</c>, <c>&gt; 0.999</c>, <c>1</c>.</returns>
    public static string PValue(double p)
    {
        if (NotFinite(p) is { } word)
        {
            return word;
        }

        return p switch
        {
            < 0.001 => "< 0.001",
            1 => "1",
            > 0.999 => "> 0.999",
            _ => Fixed(p, 3),
        };
    }

    /// <summary>An interval in words, so that a minus sign is never taken for a dash: <c>-0.2 to 0.31</c>.</summary>
    /// <param name="lower">The lower limit.</param>
    /// <param name="upper">The upper limit.</param>
    /// <param name="significantDigits">The digits kept of each, from 1 to 15.</param>
    /// <returns><c>n/a</c> when either limit is NaN.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="significantDigits"/> is not from 1 to 15.</exception>
    public static string Interval(double lower, double upper, int significantDigits = 4)
    {
        var (from, to) = (Number(lower, significantDigits), Number(upper, significantDigits));
        return double.IsNaN(lower) || double.IsNaN(upper) ? NotAvailable : $"{from} to {to}";
    }

    private static string? NotFinite(double value) =>
        double.IsNaN(value) ? NotAvailable
        : double.IsPositiveInfinity(value) ? "∞"
        : double.IsNegativeInfinity(value) ? "-∞"
        : null;

    private static string TrimZeros(string text) =>
        text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
}
