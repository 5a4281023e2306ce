using System.Globalization;
using Mlops.Statistics.Equivalence;

namespace Mlops.Statistics.Tests.Simulations;

/// <summary>How often the rule was wrong where the true change is exactly the bound.</summary>
/// <param name="Setting">What was simulated.</param>
/// <param name="Replicates">How many pairs of samples were drawn.</param>
/// <param name="FailRate">The share of them whose p-value of drift was at most 5%.</param>
/// <param name="PassRate">The share of them whose p-value of sameness was at most 5%.</param>
/// <param name="CoverageRate">The share of them whose 90% interval held the true distance.</param>
/// <param name="BoxRate">The share of them that were judged by boxes.</param>
internal sealed record CalibrationRates(
    CalibrationSetting Setting,
    int Replicates,
    double FailRate,
    double PassRate,
    double CoverageRate,
    double BoxRate
)
{
    /// <summary>The promised error rate.</summary>
    public const double Promise = 0.05;

    /// <summary>The promise and three standard errors of a rate that is measured so many times.</summary>
    public static double Limit(int replicates) => Promise + (3 * Math.Sqrt(Promise * (1 - Promise) / replicates));

    public static CalibrationRates Measure(CalibrationSetting setting, int replicates, ulong seed)
    {
        var random = new Xoshiro256(seed);
        MultinomialSampler reference = new(setting.ReferenceShares),
            current = new(setting.CurrentShares);
        long[] a = new long[setting.ReferenceShares.Length],
            b = new long[a.Length];
        var options = new EquivalenceOptions { Bound = CalibrationSetting.Bound };
        int fails = 0,
            passes = 0,
            covered = 0,
            boxes = 0;
        for (var i = 0; i < replicates; i++)
        {
            reference.Draw(random, setting.ReferenceRows, a);
            current.Draw(random, setting.CurrentRows, b);
            var result = EquivalenceTest.Evaluate(a, b, options);
            fails += result.DriftPValue <= Promise ? 1 : 0;
            passes += result.SamePValue <= Promise ? 1 : 0;
            covered += result.Interval.Contains(CalibrationSetting.Bound) ? 1 : 0;
            boxes += result.Method == EquivalenceMethod.ClopperPearsonBoxes ? 1 : 0;
        }

        double total = replicates;
        return new(setting, replicates, fails / total, passes / total, covered / total, boxes / total);
    }

    /// <summary>The row of the table.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {Setting.ReferenceShares.Length} | {Setting.Shape} | {Setting.ReferenceRows} | {Setting.CurrentRows} | {Setting.SmallestExpected:F1} | {100 * FailRate:F2} | {100 * PassRate:F2} | {100 * CoverageRate:F1} | {100 * BoxRate:F0} |"
        );
}
