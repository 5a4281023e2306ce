namespace Mlops.Statistics.Distributions;

/// <summary>The upper tail of Smirnov's one-sided statistic D⁺ = sup (F_n - F).</summary>
internal static class SmirnovTail
{
    /// <summary>Terms that are summed at most. The rest are interpolated: see <see cref="Probability"/>.</summary>
    private const int LargestTermCount = 4096;

    /// <summary>P(D⁺ ≥ d) for 0 &lt; d &lt; 1: Σ_j C(n,j) d (d + j/n)^(j-1) (1 - d - j/n)^(n-j) over j &lt; n (1 - d).</summary>
    /// <remarks>
    /// Birnbaum and Tingey (1951). The terms are positive. For large n they are a smooth function of j that vanishes with all its
    /// derivatives at both ends, so that every s-th term times s has the same sum to double precision (Euler and Maclaurin's formula).
    /// </remarks>
    public static double Probability(long n, double d)
    {
        var t = n * d;
        var stride = Math.Max(1, n / LargestTermCount);

        // j = 0 is (1 - d)^n, and lost in rounding where terms are left out.
        var sum = stride == 1 ? Math.Exp(n * SpecialFunctions.LogOnePlus(-d)) : 0;
        var stirling = SpecialFunctions.StirlingError(n);
        for (var j = stride; j < n; j += stride)
        {
            var rest = n - j - t;
            if (!(rest > 0))
            {
                break;
            }

            // Loader's form of the binomial density at p = (j + t) / n, times d / p.
            var log =
                stirling
                - SpecialFunctions.StirlingError(j)
                - SpecialFunctions.StirlingError(n - j)
                - SpecialFunctions.Deviance(j, j + t)
                - SpecialFunctions.Deviance(n - j, rest);
            sum += Math.Exp(log) * Math.Sqrt(n / (2 * Math.PI * j * (n - j))) * (t / (j + t));
        }

        return Math.Min(1, sum * stride);
    }
}
