using Mlops.Statistics.Distributions;

namespace Mlops.Statistics.TwoSample.Categorical;

/// <summary>ln n!, from a table where n is small.</summary>
internal static class LogFactorial
{
    private static readonly double[] Small = Table();

    internal static double Of(long n) => n < Small.Length ? Small[n] : Stirling(n);

    private static double[] Table()
    {
        var table = new double[1024];
        for (var i = 2; i < table.Length; i++)
        {
            table[i] = Stirling(i);
        }

        return table;
    }

    private static double Stirling(double n) =>
        ((n + 0.5) * Math.Log(n)) - n + (0.5 * Math.Log(2 * Math.PI)) + SpecialFunctions.StirlingError(n);
}
