using Mlops.Statistics.Divergences;
using Mlops.Statistics.TwoSample.Categorical;

namespace Mlops.Statistics.Tests.Simulations.SizeAndPower;

/// <content>Categories.</content>
internal static partial class PowerTests
{
    private const int CategoryCount = 5;

    private static IEnumerable<PowerTest> Categories()
    {
        yield return Of("chi-square, asymptotic", (x, y, _) => ChiSquareTest.Homogeneity(x, y).PValue);
        yield return Of(
            "chi-square, exact where counts are few",
            (x, y, seed) =>
                ChiSquareTest
                    .Homogeneity(x, y, new ChiSquareTestOptions { Permutation = Draws(seed) }, s_oneThread)
                    .PValue,
            cost: 5
        );
        yield return Of(
            "Fisher-Freeman-Halton",
            (x, y, seed) => FisherExact.Test(x, y, new() { Permutation = Draws(seed) }, s_oneThread).PValue,
            cost: 5
        );
        yield return Of("G", (x, y, _) => GTest.Homogeneity(x, y).PValue);
        yield return Of(
            "G, Williams' correction",
            (x, y, _) => GTest.Homogeneity(x, y, GTestCorrection.Williams).PValue
        );
        yield return Of("Jensen-Shannon", (x, y, _) => DivergenceEstimate.JensenShannon(x, y).PValue);
        yield return Of("Hellinger", (x, y, _) => DivergenceEstimate.Hellinger(x, y).PValue);
        yield return Of("Kullback-Leibler", (x, y, _) => DivergenceEstimate.KullbackLeibler(x, y).PValue);
        yield return Of(
            "population stability index",
            (x, y, _) => DivergenceEstimate.PopulationStability(x, y).PValue
        );
        yield return Of(
            "total variation",
            (x, y, seed) => DivergenceEstimate.TotalVariation(x, y, new() { Replicates = Draws(seed) }, s_oneThread).PValue,
            cost: 5
        );
        yield return Of(
            "Chebyshev",
            (x, y, seed) => DivergenceEstimate.Chebyshev(x, y, new() { Replicates = Draws(seed) }, s_oneThread).PValue,
            cost: 5
        );

        static PowerTest Of(string name, Func<long[], long[], ulong, double> pValue, int cost = 1) =>
            new(PowerFamily.Categories, name, (x, y, seed) => OfCounts(x, y, seed, pValue), Cost: cost);
    }

    // Categories that occur nowhere are left out, as the tests ask for.
    private static double OfCounts(double[] x, double[] y, ulong seed, Func<long[], long[], ulong, double> pValue)
    {
        long[] reference = Counts(x, CategoryCount),
            current = Counts(y, CategoryCount);
        var occurring = Enumerable.Range(0, CategoryCount).Where(i => reference[i] + current[i] > 0).ToArray();
        return pValue(
            Array.ConvertAll(occurring, i => reference[i]),
            Array.ConvertAll(occurring, i => current[i]),
            seed
        );
    }

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
