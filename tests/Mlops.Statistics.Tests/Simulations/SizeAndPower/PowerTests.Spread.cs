using Mlops.Statistics.TwoSample.Spread;

namespace Mlops.Statistics.Tests.Simulations.SizeAndPower;

/// <content>Spread.</content>
internal static partial class PowerTests
{
    private static IEnumerable<PowerTest> Spread()
    {
        yield return Of("Brown-Forsythe", (x, y, _) => LeveneOf(x, y, LeveneCenter.Median)) with
        {
            Note = "conservative with few rows, as deviations from a sample's own median are too alike",
            KnownSizes = [new("same", 20, 0.04)],
        };
        yield return Of("Levene (about the mean)", (x, y, _) => LeveneOf(x, y, LeveneCenter.Mean)) with
        {
            Note =
                "liberal with few rows, and with rounded values at any number of them: the centre moves the deviations of whole groups of ties",
            KnownSizes = [new("same", 20, 0.0544), new("same, ties", 20, 0.0602), new("same, ties", 200, 0.0612)],
        };
        yield return Of("Levene (about a trimmed mean)", (x, y, _) => LeveneOf(x, y, LeveneCenter.TrimmedMean)) with
        {
            Note = "liberal with rounded values, as about the mean",
            KnownSizes = [new("same, ties", 20, 0.0562), new("same, ties", 200, 0.0586)],
        };
        yield return Of("Mood", (x, y, _) => Mood.Test(x, y, null, s_oneThread).PValue, Granularity.Exact);
        yield return Of(
            "Mood (one-sided)",
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
            "Ansari-Bradley (one-sided)",
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
