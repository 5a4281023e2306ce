using Mlops.Statistics.Divergences;
using Mlops.Statistics.TwoSample.Distribution;
using Mlops.Statistics.TwoSample.Location;
using Mlops.Statistics.TwoSample.Spread;

namespace Mlops.Drift.Detection;

/// <summary>The tests of the catalogue that run where they were asked for. A new one is a line here.</summary>
internal static class FurtherColumnTests
{
    public static IReadOnlyList<IColumnTest> All { get; } =
    [
        Of(
            "anderson-darling",
            "Anderson-Darling",
            "A²",
            (x, y, context) =>
            {
                var result = AndersonDarling.TestSorted(x, y, null, context);
                return (result.Status, result.Statistic, result.PValue);
            }
        ),
        Of(
            "cramer-von-mises",
            "Cramér-von Mises",
            "T",
            (x, y, context) =>
            {
                var result = CramerVonMises.TestSorted(x, y, null, context);
                return (result.Status, result.Statistic, result.PValue);
            }
        ),
        Of(
            "kuiper",
            "Kuiper",
            "V",
            (x, y, context) =>
            {
                var result = Kuiper.TestSorted(x, y, null, context);
                return (result.Status, result.Statistic, result.PValue);
            }
        ),
        Of(
            "baumgartner-weiss-schindler",
            "Baumgartner-Weiss-Schindler",
            "B",
            (x, y, context) =>
            {
                var result = BaumgartnerWeissSchindler.TestSorted(x, y, null, context);
                return (result.Status, result.Statistic, result.PValue);
            }
        ),
        Of(
            "epps-singleton",
            "Epps-Singleton",
            "W",
            (x, y, context) =>
            {
                var result = EppsSingleton.Test(x, y, null, context);
                return (result.Status, result.Statistic, result.PValue);
            }
        ),
        Of(
            "energy-distance",
            "Energy distance",
            "E",
            (x, y, context) =>
            {
                var result = EnergyDistanceTest.TestSorted(x, y, null, context);
                return (result.Status, result.Statistic, result.PValue);
            }
        ),
        OfZ(
            "mann-whitney",
            "Mann-Whitney",
            "U",
            (x, y, context) =>
            {
                var result = MannWhitney.TestSorted(x, y, null, context);
                return (result.Status, result.Statistic, result.PValue);
            }
        ),
        OfZ(
            "brunner-munzel",
            "Brunner-Munzel",
            "W",
            (x, y, context) =>
            {
                var result = BrunnerMunzel.TestSorted(x, y, null, context);
                return (result.Status, result.Statistic, result.PValue);
            }
        ),
        OfZ(
            "t-test",
            "Welch's t",
            "t",
            (x, y, context) =>
            {
                var result = TTest.Test(x, y, null, context);
                return (result.Status, result.Statistic, result.PValue);
            }
        ),
        OfZ(
            "levene",
            "Brown-Forsythe",
            "W",
            (x, y, context) =>
            {
                var result = Levene.Test(x, y, null, context);
                return (result.Status, result.Statistic, result.PValue);
            }
        ),
        OfZ(
            "mood",
            "Mood",
            "z",
            (x, y, context) =>
            {
                var result = Mood.TestSorted(x, y, null, context);
                return (result.Status, result.Statistic, result.PValue);
            }
        ),
        OfZ(
            "ansari-bradley",
            "Ansari-Bradley",
            "AB",
            (x, y, context) =>
            {
                var result = AnsariBradley.TestSorted(x, y, null, context);
                return (result.Status, result.Statistic, result.PValue);
            }
        ),
        new ShareDistanceColumnTest(
            "jensen-shannon",
            "Jensen-Shannon distance",
            0.1,
            (p, q) => JensenShannon.Distance(p, q)
        ),
        new ShareDistanceColumnTest("hellinger", "Hellinger distance", 0.1, Hellinger.Distance),
        new ShareDistanceColumnTest(
            "kullback-leibler",
            "Kullback-Leibler divergence",
            0.1,
            (p, q) => KullbackLeibler.Divergence(p, q)
        ),
        new ShareDistanceColumnTest("total-variation", "Total variation distance", 0.1, TotalVariation.Distance),
        new ShareDistanceColumnTest("chebyshev", "L-infinity distance", 0.1, Chebyshev.Distance),
    ];

    private static ValuesColumnTest Of(string id, string name, string statistic, ValuesColumnTest.Body test) =>
        new(id, name, statistic, test, isOfZ: false);

    private static ValuesColumnTest OfZ(string id, string name, string statistic, ValuesColumnTest.Body test) =>
        new(id, name, statistic, test, isOfZ: true);
}
