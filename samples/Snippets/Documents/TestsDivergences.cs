// <snippet: Usings>
using Mlops.Statistics.Divergences;

// </snippet>

namespace Snippets.Documents;

internal static class TestsDivergences
{
    public static void All()
    {
        // <snippet: All>
        long[] reference = [1000, 1000, 1000, 1000];
        long[] current = [900, 1050, 1200, 850];

        Console.WriteLine($"Jensen-Shannon    {JensenShannon.Distance(reference, current):F5}");
        Console.WriteLine($"Hellinger         {Hellinger.Distance(reference, current):F5}");
        Console.WriteLine($"Bhattacharyya     {Bhattacharyya.Distance(reference, current):F5}");
        Console.WriteLine($"total variation   {TotalVariation.Distance(reference, current):F5}");
        Console.WriteLine($"L-infinity        {Chebyshev.Distance(reference, current):F5}");
        Console.WriteLine($"Kullback-Leibler  {KullbackLeibler.Divergence(reference, current):F5}");
        var index = PopulationStabilityIndex.Index(reference, current);
        Console.WriteLine($"PSI               {index:F5}, {PopulationStabilityIndex.Band(index)}");
        Console.WriteLine(
            $"Wasserstein       {WassersteinOfShares.Distance(reference, current, [15.0, 25, 40, 80]):F5}"
        );
        // </snippet>
    }

    public static void Estimated()
    {
        // <snippet: Estimated>
        // 60 rows a side in ten bins, by chance alone.
        long[] reference = [6, 6, 6, 6, 6, 6, 6, 6, 6, 6];
        long[] current = [9, 4, 5, 8, 6, 3, 7, 9, 4, 5];

        DivergenceEstimateResult psi = DivergenceEstimate.PopulationStability(reference, current);
        Console.WriteLine($"PSI {psi.Value:F3}, {PopulationStabilityIndex.Band(psi.Value)}");
        Console.WriteLine($"expected without any change {psi.ExpectedUnderNoChange:F3}, p = {psi.PValue:F3}");
        Console.WriteLine($"without its bias {psi.BiasCorrected:F3}; {psi.Interval}");
        var distance = DivergenceEstimate.JensenShannon(reference, current);
        Console.WriteLine($"Jensen-Shannon {distance.Value:F3}; {distance.Interval}, {distance.Method}");
        // </snippet>
    }

    public static void Points()
    {
        // <snippet: Points>
        long[] reference = [200, 500, 300];
        long[] current = [300, 480, 220];
        double[] points = [12, 30, 45];

        Console.WriteLine(
            $"the mean score moved by {CharacteristicStabilityIndex.Index(reference, current, points):F2} points"
        );
        Console.WriteLine($"{CharacteristicStabilityIndex.Interval(reference, current, points)}");
        // </snippet>
    }
}
