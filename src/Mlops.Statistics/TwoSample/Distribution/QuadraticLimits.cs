using Mlops.Statistics.Distributions;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>The limits of the Cramér-von Mises and the Anderson-Darling statistic for continuous data: integrals of a squared Brownian bridge.</summary>
internal static class QuadraticLimits
{
    /// <summary>So many weights are taken one by one; the rest by their power sums.</summary>
    private const int Weights = 128;
    private const int Powers = 10;
    private const int LastSummed = 20_000;

    /// <summary>∫ B(t)² dt: weights 1 / (π j)². Mean 1/6, variance 1/45. Anderson and Darling (1952).</summary>
    internal static WeightedChiSquare CramerVonMises { get; } =
        Of(j => 1 / (Math.PI * Math.PI * j * j), r => Math.Pow(Math.PI, -2 * r), LastSummed + 0.5);

    /// <summary>∫ B(t)² / (t (1 - t)) dt: weights 1 / (j (j + 1)). Mean 1, variance 2 (π² - 9) / 3. Anderson and Darling (1952).</summary>
    internal static WeightedChiSquare AndersonDarling { get; } = Of(j => 1 / (j * (j + 1)), _ => 1, LastSummed + 1);

    /// <summary>The standard deviation of the Anderson-Darling limit of two samples; that of k samples is √(k - 1) times as large.</summary>
    internal static double AndersonDarlingDeviation { get; } = Math.Sqrt(2 * ((Math.PI * Math.PI) - 9) / 3);

    /// <param name="weight">The j-th weight, about scale(1) / j².</param>
    /// <param name="scale">What the r-th power of a weight is, times j^(2r), for large j.</param>
    /// <param name="end">Where the integral begins that stands for the sum over all j above <see cref="LastSummed"/>.</param>
    private static WeightedChiSquare Of(Func<double, double> weight, Func<int, double> scale, double end)
    {
        var weights = new double[Weights];
        for (var j = 1; j <= Weights; j++)
        {
            weights[j - 1] = weight(j);
        }

        var rest = new double[Powers];
        for (var r = 1; r <= Powers; r++)
        {
            var sum = scale(r) * Math.Pow(end, 1 - (2 * r)) / ((2 * r) - 1);
            for (var j = LastSummed; j > Weights; j--)
            {
                sum += Math.Pow(weight(j), r);
            }

            rest[r - 1] = sum;
        }

        return new WeightedChiSquare(weights, rest);
    }
}
