namespace Mlops.Statistics.Tests.Simulations;

/// <summary>The settings in which the rule's error rates are measured.</summary>
internal static class VerdictCalibration
{
    private static readonly (int N, int M)[] s_sizes =
    [
        (200, 200),
        (500, 500),
        (2000, 2000),
        (20000, 20000),
        (300, 3000),
        (20000, 1000),
    ];

    /// <summary>Three to twelve bins, of which each expects at least fifteen rows on the smaller side.</summary>
    public static IEnumerable<CalibrationSetting> Dense =>
        from bins in (int[])[3, 6, 10, 12]
        from size in s_sizes
        from setting in Shapes(bins, size.N, size.M)
        where setting.SmallestExpected >= 15
        select setting;

    /// <summary>Three to twelve bins that pooling lets stand, of which the smallest expects five to fifteen rows on the smaller side.</summary>
    public static IEnumerable<CalibrationSetting> Thin =>
        from bins in (int[])[3, 6, 10, 12]
        from ratio in (int[])[1, 10]
        from expected in (double[])[5.2, 10.2]
        from shape in Shapes(bins, 1000, 1000 * ratio)
        let rows = (int)Math.Ceiling(1000 * expected / shape.SmallestExpected)
        let setting = shape with
        {
            ReferenceRows = rows,
            CurrentRows = rows * ratio,
        }
        where setting.SmallestExpected >= 5
        select setting;

    /// <summary>Two bins, such as missing against present: from a rare event to an even split, rising and falling.</summary>
    public static IEnumerable<CalibrationSetting> TwoBins =>
        from share in (double[])[0, 0.002, 0.01, 0.05, 0.5]
        from size in s_sizes
        from rises in (bool[])[true, false]
        select CalibrationSetting.Event(share, size.N, size.M, rises);

    /// <summary>Equal shares that shift like a normal variable's deciles, equal shares that change alternately, and falling shares whose rarest grow.</summary>
    private static IEnumerable<CalibrationSetting> Shapes(int bins, int n, int m)
    {
        var equal = Enumerable.Repeat(1.0 / bins, bins).ToArray();
        yield return CalibrationSetting.Tilted("equal, shifted", equal, k => k - ((bins - 1) / 2.0), n, m);
        yield return CalibrationSetting.Tilted("equal, alternating", equal, k => k % 2 == 0 ? 1 : -1, n, m);
        var weights = Enumerable.Range(0, bins).Select(k => Math.Pow(0.75, k)).ToArray();
        var falling = weights.Select(weight => weight / weights.Sum()).ToArray();
        yield return CalibrationSetting.Tilted("falling, rare grow", falling, k => k, n, m);
    }
}
