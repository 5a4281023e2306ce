using Mlops.Statistics.TwoSample.Categorical;
using Mlops.Statistics.TwoSample.Distribution;

namespace Mlops.Statistics.Tests.Simulations.SizeAndPower;

/// <summary>The tests whose size and power are measured. A new one is a line here.</summary>
internal static class PowerTests
{
    private const string Distributions = "Whole distributions";
    private const string Shares = "Categories, five of them";

    public static IReadOnlyList<PowerTest> All { get; } =
    [
        new(Distributions, "Kolmogorov-Smirnov", (x, y, _) => KolmogorovSmirnov.Test(x, y).PValue, Granularity.Exact),
        new(Shares, "chi-square", (x, y, _) => ChiSquareTest.Homogeneity(Counts(x, 5), Counts(y, 5)).PValue),
    ];

    public static IReadOnlyList<PowerSetting> SettingsOf(PowerTest test) =>
        test.Family switch
        {
            Shares => PowerSetting.Categories,
            _ => PowerSetting.Numbers,
        };

    private static long[] Counts(double[] codes, int categories)
    {
        var counts = new long[categories];
        foreach (var code in codes)
        {
            counts[(int)code]++;
        }

        return counts;
    }
}
