using Mlops.Statistics.TwoSample;
using Mlops.Statistics.TwoSample.Distribution;

namespace Mlops.Statistics.Tests.Simulations.SizeAndPower;

/// <content>Whole distributions.</content>
internal static partial class PowerTests
{
    private static IEnumerable<PowerTest> Distributions()
    {
        yield return Of("Kolmogorov-Smirnov", (x, y, _) => Kolmogorov(x, y, new()), Granularity.Exact);
        yield return Of(
            "Kolmogorov-Smirnov (given the ties)",
            (x, y, _) => Kolmogorov(x, y, new() { Method = KolmogorovSmirnovMethod.Conditional }),
            Granularity.Exact
        );
        yield return Of(
            "Kolmogorov-Smirnov (one-sided)",
            (x, y, _) => Kolmogorov(x, y, new() { Alternative = TwoSampleAlternative.CurrentGreater }),
            Granularity.Exact
        ) with
        {
            IsOneSided = true,
        };
        yield return Of(
            "Kolmogorov-Smirnov (asymptotic)",
            (x, y, _) => Kolmogorov(x, y, new() { Method = KolmogorovSmirnovMethod.Asymptotic }),
            Granularity.Conservative
        ) with
        {
            Note = "the limit without a correction is conservative, the more so the fewer rows",
        };
        yield return Of(
            "Kuiper",
            (x, y, seed) => Kuiper.Test(x, y, new() { Permutation = Draws(seed) }, s_oneThread).PValue,
            Granularity.Conservative,
            cost: 2
        ) with
        {
            Note = "the statistic is a multiple of 1/n, so that p-values are few, and the limit knows nothing of that",
        };
        yield return Of(
            "Cramér-von Mises",
            (x, y, seed) => CramerVonMises.Test(x, y, new() { Permutation = Draws(seed) }, s_oneThread).PValue,
            cost: 2
        );
        yield return Of(
            "Anderson-Darling",
            (x, y, seed) => AndersonDarling.Test(x, y, new() { Permutation = Draws(seed) }, s_oneThread).PValue,
            cost: 2
        );
        yield return Of(
            "Baumgartner-Weiß-Schindler",
            (x, y, seed) => Baumgartner(x, y, new() { Permutation = Draws(seed) }),
            cost: 5
        );
        yield return Of(
            "Baumgartner-Weiß-Schindler (one-sided)",
            (x, y, seed) =>
                Baumgartner(
                    x,
                    y,
                    new() { Alternative = TwoSampleAlternative.CurrentGreater, Permutation = Draws(seed) }
                ),
            cost: 5
        ) with
        {
            IsOneSided = true,
        };
        yield return Of("Epps-Singleton", (x, y, _) => EppsSingleton.Test(x, y, null, s_oneThread).PValue) with
        {
            Note =
                "with fewer than 25 rows the statistic is divided by Epps and Singleton's factor for small samples, which makes it conservative",
            KnownSizes = [new("same", 20, 0.031)],
        };
        yield return Of(
            "energy distance",
            (x, y, seed) => EnergyDistanceTest.Test(x, y, Draws(seed), s_oneThread).PValue,
            cost: 5
        );
        yield return Of(
            "Wasserstein (order 1)",
            (x, y, seed) => WassersteinTest.Test(x, y, new() { Permutation = Draws(seed) }, s_oneThread).PValue,
            cost: 5
        );
        yield return Of(
            "Wasserstein (order 2)",
            (x, y, seed) =>
                WassersteinTest.Test(x, y, new() { Order = 2, Permutation = Draws(seed) }, s_oneThread).PValue,
            cost: 5
        );
        yield return Of(
            "DTS",
            (x, y, seed) => DoubleTailSensitive.Test(x, y, new() { Permutation = Draws(seed) }, s_oneThread).PValue,
            cost: 5
        );

        static PowerTest Of(
            string name,
            Func<double[], double[], ulong, double> pValue,
            Granularity granularity = Granularity.Fine,
            int cost = 1
        ) => new(PowerFamily.Distributions, name, pValue, granularity, cost);
    }

    private static double Kolmogorov(double[] x, double[] y, KolmogorovSmirnovOptions options) =>
        KolmogorovSmirnov.Test(x, y, options, s_oneThread).PValue;

    private static double Baumgartner(double[] x, double[] y, BaumgartnerWeissSchindlerOptions options) =>
        BaumgartnerWeissSchindler.Test(x, y, options, s_oneThread).PValue;
}
