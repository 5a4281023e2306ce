using Mlops.Statistics.TwoSample;
using Mlops.Statistics.TwoSample.Categorical;

namespace Mlops.Statistics.Tests.Simulations.SizeAndPower;

/// <content>Events.</content>
internal static partial class PowerTests
{
    private static IEnumerable<PowerTest> Events()
    {
        yield return Of("two proportions", (x, y) => Proportions(x, y, default));
        yield return Of(
            "two proportions (one-sided)",
            (x, y) => Proportions(x, y, TwoSampleAlternative.CurrentGreater)
        ) with
        {
            IsOneSided = true,
        };
        yield return Of("Fisher", (x, y) => FisherExact.Test(x, y).PValue) with
        {
            Note = "exact given the totals, and so conservative over all of them",
        };
        yield return Of(
            "Fisher (one-sided)",
            (x, y) => FisherExact.Test(x, y, new() { Alternative = OddsRatioAlternative.Greater }).PValue
        ) with
        {
            IsOneSided = true,
            Note = "exact given the totals, and so conservative over all of them",
        };
        yield return Of("chi-square (asymptotic)", (x, y) => ChiSquareTest.Homogeneity(x, y).PValue);
        yield return Of(
            "chi-square (Yates' correction)",
            (x, y) => ChiSquareTest.Homogeneity(x, y, ContinuityCorrection.Yates).PValue
        ) with
        {
            Note = "made to be near Fisher's test, and as conservative",
        };
        yield return Of("G", (x, y) => GTest.Homogeneity(x, y).PValue);
        yield return Of("G (Williams' correction)", (x, y) => GTest.Homogeneity(x, y, GTestCorrection.Williams).PValue);
        yield return Of("G (Yates' correction)", (x, y) => GTest.Homogeneity(x, y, GTestCorrection.Yates).PValue);

        // No events first, then events.
        static PowerTest Of(string name, Func<long[], long[], double> pValue) =>
            new(PowerFamily.Events, name, (x, y, _) => pValue(Counts(x, 2), Counts(y, 2)));
    }

    private static double Proportions(long[] x, long[] y, TwoSampleAlternative alternative) =>
        TwoProportions.Test(x[1], x[0] + x[1], y[1], y[0] + y[1], new() { Alternative = alternative }).PValue;
}
