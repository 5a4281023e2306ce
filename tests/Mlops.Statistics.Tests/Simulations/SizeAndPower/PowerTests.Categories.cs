using Mlops.Statistics.Divergences;
using Mlops.Statistics.TwoSample.Categorical;

namespace Mlops.Statistics.Tests.Simulations.SizeAndPower;

/// <content>Categories.</content>
internal static partial class PowerTests
{
    private const int CategoryCount = 5;

    private const string FewRows =
        "the chi-square limit asks for five rows and more in a category, and 20 rows are four in each";

    private static IEnumerable<PowerTest> Categories()
    {
        yield return Of("chi-square (asymptotic)", (x, y, _) => ChiSquareTest.Homogeneity(x, y).PValue);
        yield return Of(
            "chi-square (exact where counts are few)",
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
        yield return Of("G", (x, y, _) => GTest.Homogeneity(x, y).PValue) with
        {
            Note = FewRows,
            KnownSizes = [new("same", 20, 0.0794)],
        };
        yield return Of(
            "G (Williams' correction)",
            (x, y, _) => GTest.Homogeneity(x, y, GTestCorrection.Williams).PValue
        ) with
        {
            Note = FewRows + "; the correction mends most of it",
            KnownSizes = [new("same", 20, 0.0592)],
        };
        yield return Of("Jensen-Shannon", (x, y, _) => DivergenceEstimate.JensenShannon(x, y).PValue) with
        {
            Note = FewRows + "; with equal counts the statistic is that of G",
            KnownSizes = [new("same", 20, 0.0794)],
        };
        yield return Of("Hellinger", (x, y, _) => DivergenceEstimate.Hellinger(x, y).PValue) with
        {
            Note = FewRows,
            KnownSizes = [new("same", 20, 0.1112)],
        };
        yield return Of("Kullback-Leibler", (x, y, _) => DivergenceEstimate.KullbackLeibler(x, y).PValue) with
        {
            Note = FewRows + "; infinite, and not rejected, where the current data lack a category of the reference",
            KnownSizes = [new("same", 20, 0.0652)],
        };
        yield return Of(
            "population stability index",
            (x, y, _) => DivergenceEstimate.PopulationStability(x, y).PValue
        ) with
        {
            Note = FewRows + "; a category that one side lacks counts as 0.0001 of it, and decides",
            KnownSizes = [new("same", 20, 0.1444)],
        };
        yield return Of(
            "total variation",
            (x, y, seed) =>
                DivergenceEstimate.TotalVariation(x, y, new() { Replicates = Draws(seed) }, s_oneThread).PValue,
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
