namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>The limiting distribution of B, which is that of Anderson and Darling's A²: Σ Z² / (k (k + 1)) over k = 1, 2, … with independent normal Z.</summary>
internal static class BaumgartnerWeissSchindlerLimit
{
    /// <summary>Below this the distribution function is less than 1e-50.</summary>
    private const double Least = 0.01;

    private const int Nodes = 64;
    private const double Negligible = 750;

    /// <summary>The probability of a value above <paramref name="statistic"/>, a small one with its relative accuracy.</summary>
    /// <remarks>
    /// Smirnov's formula for quadratic forms: (1/π) Σ (-1)^(k+1) ∫ e^(-b u / 2) / (u √|D(u)|) du over u from (2k - 1) 2k to 2k (2k + 1), where the Fredholm
    /// determinant D(u) = cos(π/2 √(1 + 4u)) / (-π u) has its zeros. The root at both ends is Chebyshev's weight, so the quadrature converges
    /// exponentially. Smirnov (1937); Martynov (1975).
    /// </remarks>
    internal static double Survival(double statistic)
    {
        if (!(statistic >= Least))
        {
            return 1;
        }

        double sum = 0;
        for (var k = 1; ; k++)
        {
            double low = (2.0 * k - 1) * (2 * k),
                high = 2.0 * k * ((2 * k) + 1);
            if (statistic * (low - 2) / 2 > 45)
            {
                break;
            }

            var term = Interval(statistic, k, low, high);
            sum += (k & 1) == 1 ? term : -term;
        }

        return Math.Clamp(sum / Math.PI, 0, 1);
    }

    private static double Interval(double statistic, int k, double low, double high)
    {
        double half = (high - low) / 2,
            sum = 0;
        for (var i = 0; i < Nodes; i++)
        {
            // Distances from both ends, each without cancellation.
            var angle = Math.PI * ((2 * i) + 1) / (4 * Nodes);
            double sine = Math.Sin(angle),
                cosine = Math.Cos(angle),
                fromLow = 2 * half * sine * sine,
                fromHigh = 2 * half * cosine * cosine,
                u = low + fromLow;
            if (statistic * u / 2 > Negligible)
            {
                continue;
            }

            // √(1 + 4u) is 4k - 1 and 4k + 1 at the ends; its distance from the nearer one gives the cosine to all digits.
            var root = Math.Sqrt(1 + (4 * u));
            var offset = fromLow <= fromHigh ? 4 * fromLow / (root + (4 * k) - 1) : 4 * fromHigh / (root + (4 * k) + 1);
            var determinant = Math.Sin(Math.PI * offset / 2) / (Math.PI * u);
            sum += Math.Exp(-statistic * u / 2) / u * Math.Sqrt(fromLow * fromHigh / determinant);
        }

        return Math.PI / Nodes * sum;
    }
}
