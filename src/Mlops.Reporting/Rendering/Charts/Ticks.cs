using System.Globalization;

namespace Mlops.Reporting.Rendering.Charts;

/// <summary>Round places on an axis: multiples of 1, 2 or 5 times a power of ten.</summary>
internal static class Ticks
{
    /// <summary>From 2 to 12 ticks, ascending, inside a range of finite limits with <paramref name="lower"/> below <paramref name="upper"/>.</summary>
    /// <remarks>The step is the smallest of 1, 2, 5 times a power of ten that is at least a <paramref name="target"/>th of the range.</remarks>
    public static double[] Between(double lower, double upper, int target = 5)
    {
        // Halves cannot overflow; a step is never more than a fifth of the range, or half of it for few ticks.
        var raw = ((upper / 2) - (lower / 2)) / target * 2;
        if (!(raw > 0) || !double.IsFinite(raw))
        {
            return [lower, upper];
        }

        var exponent = (int)Math.Floor(Math.Log10(raw));
        var unit = Math.Pow(10, exponent);
        var factor =
            raw <= unit * 1.0000001 ? 1
            : raw <= unit * 2.0000001 ? 2
            : raw <= unit * 5.0000001 ? 5
            : 10;
        var ticks = new List<double>(12);
        var first = Math.Ceiling(lower / (unit * factor));
        for (var i = 0; i < 14 && ticks.Count < 12; i++)
        {
            var tick = Multiple((first + i) * factor, exponent, unit);
            if (tick > upper)
            {
                break;
            }

            // Next to huge offsets neighbours may round to the same double.
            if (tick >= lower && (ticks.Count == 0 || tick > ticks[^1]))
            {
                ticks.Add(tick == 0 ? 0 : tick);
            }
        }

        return ticks.Count >= 2 && double.IsFinite(first) ? [.. ticks] : [lower, upper];
    }

    /// <summary>The ticks' labels: as many decimals as tell them apart, thousands by comma, millions and more by letter.</summary>
    public static string[] Labels(IReadOnlyList<double> ticks)
    {
        var largest = ticks.Max(Math.Abs);
        var step = ticks.Count > 1 ? ticks[1] - ticks[0] : largest;
        if (largest > 0 && largest is >= 1e15 or < 1e-4)
        {
            var exponent = Math.Floor(Math.Log10(largest));
            return Scaled(ticks, step, Math.Pow(10, exponent), $"e{exponent.ToString(CultureInfo.InvariantCulture)}");
        }

        foreach (var (unit, letter) in Units)
        {
            // Far from zero a letter would need more digits than it saves.
            if (largest >= unit && step >= unit / 100)
            {
                return Scaled(ticks, step, unit, letter);
            }
        }

        return Scaled(ticks, step, 1, "");
    }

    private static ReadOnlySpan<(double Unit, string Letter)> Units => new[] { (1e12, "T"), (1e9, "B"), (1e6, "M") };

    private static string[] Scaled(IReadOnlyList<double> ticks, double step, double unit, string suffix)
    {
        // The unit of numbers near the least there are is no number itself.
        var decimals = unit > 0 ? Decimals(step / unit) : 0;
        return
        [
            .. ticks.Select(tick =>
                tick == 0 ? "0"
                : unit > 0 ? ReportFormat.Fixed(tick / unit, decimals) + suffix
                : ReportFormat.Number(tick, 2)
            ),
        ];
    }

    private static int Decimals(double step) =>
        step > 0 ? Math.Clamp((int)-Math.Floor(Math.Log10(step) + 1e-9), 0, 15) : 0;

    // Dividing by a power of ten is correctly rounded (0.3, not 0.30000000000000004) where multiplying by its inverse is not.
    private static double Multiple(double k, int exponent, double unit) =>
        exponent is < 0 and >= -300 ? k / Math.Pow(10, -exponent) : k * unit;
}
