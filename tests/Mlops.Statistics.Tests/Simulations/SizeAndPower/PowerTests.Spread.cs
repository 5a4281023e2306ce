using Mlops.Statistics.TwoSample.Spread;

namespace Mlops.Statistics.Tests.Simulations.SizeAndPower;

/// <content>Spread.</content>
internal static partial class PowerTests
{
    private static IEnumerable<PowerTest> Spread()
    {
        yield return Of("Brown-Forsythe", (x, y, _) => LeveneOf(x, y, LeveneCenter.Median));
        yield return Of("Levene, about the mean", (x, y, _) => LeveneOf(x, y, LeveneCenter.Mean));
        yield return Of("Levene, about a trimmed mean", (x, y, _) => LeveneOf(x, y, LeveneCenter.TrimmedMean));
        yield return Of("Mood", (x, y, _) => Mood.Test(x, y, null, s_oneThread).PValue, Granularity.Exact);
        yield return Of(
            "Mood, one-sided",
            (x, y, _) => Mood.Test(x, y, new() { Alternative = ScaleAlternative.CurrentWider }, s_oneThread).PValue,
            Granularity.Exact
        ) with
        {
            IsOneSided = true,
        };
        yield return Of(
            "Ansari-Bradley",
            (x, y, _) => AnsariBradley.Test(x, y, null, s_oneThread).PValue,
            Granularity.Exact
        );
        yield return Of(
            "Ansari-Bradley, one-sided",
            (x, y, _) =>
                AnsariBradley.Test(x, y, new() { Alternative = ScaleAlternative.CurrentWider }, s_oneThread).PValue,
            Granularity.Exact
        ) with
        {
            IsOneSided = true,
        };

        static PowerTest Of(
            string name,
            Func<double[], double[], ulong, double> pValue,
            Granularity granularity = Granularity.Fine
        ) => new(PowerFamily.Spread, name, pValue, granularity);
    }

    private static double LeveneOf(double[] x, double[] y, LeveneCenter center) =>
        Levene.Test(x, y, new() { Center = center }, s_oneThread).PValue;
}
