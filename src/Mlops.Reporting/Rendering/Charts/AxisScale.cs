namespace Mlops.Reporting.Rendering.Charts;

/// <summary>Maps values between two finite limits onto a line; beyond them it stays at the line's ends.</summary>
internal readonly record struct AxisScale
{
    private AxisScale(double lower, double upper, double start, double length)
    {
        Lower = lower;
        Upper = upper;
        Start = start;
        Length = length;
    }

    public double Lower { get; }

    public double Upper { get; }

    public double Start { get; }

    public double Length { get; }

    /// <summary>A scale over the finite values among <paramref name="values"/>; one alone gets room on either side, none gives 0 to 1.</summary>
    /// <param name="values">The values; what is not finite is left out.</param>
    /// <param name="start">The line's start.</param>
    /// <param name="length">The line's length.</param>
    /// <param name="below">The room below the least value, as a share of the range.</param>
    /// <param name="above">The room above the largest.</param>
    public static AxisScale Over(
        IEnumerable<double> values,
        double start,
        double length,
        double below = 0,
        double above = 0
    )
    {
        var (lower, upper) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values.Where(double.IsFinite))
        {
            (lower, upper) = (Math.Min(lower, value), Math.Max(upper, value));
        }

        if (lower > upper)
        {
            return new AxisScale(0, 1, start, length);
        }

        if (lower == upper)
        {
            var room = lower == 0 ? 0.5 : Math.Max(Math.Abs(lower) * 0.1, double.Epsilon * 4);
            return new AxisScale(
                Math.Max(lower - room, -double.MaxValue),
                Math.Min(upper + room, double.MaxValue),
                start,
                length
            );
        }

        var half = (upper / 2) - (lower / 2);
        return new AxisScale(
            Math.Max(lower - (half * below * 2), -double.MaxValue),
            Math.Min(upper + (half * above * 2), double.MaxValue),
            start,
            length
        );
    }

    /// <summary>Where the value stands; NaN stands at the start.</summary>
    public double Position(double value)
    {
        if (double.IsNaN(value))
        {
            return Start;
        }

        // Halves, so that a range from -1e308 to 1e308 does not overflow; tiny ranges are safe from losing bits by it.
        var scale = Upper - Lower < 1e300 ? 1 : 0.5;
        var share = ((value * scale) - (Lower * scale)) / ((Upper * scale) - (Lower * scale));
        return Start + (Length * Math.Clamp(share, 0, 1));
    }
}
