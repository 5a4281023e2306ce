namespace Mlops.Statistics.Sketches.Cardinality;

/// <summary>The improved raw estimator of Ertl (2017, algorithm 6), less its bias of the order 1 / m.</summary>
/// <remarks>Only sums, products, quotients and square roots, which IEEE 754 fixes to the last bit: the same on every machine.</remarks>
internal static class HyperLogLogEstimator
{
    /// <summary>α∞ = 1 / (2 ln 2).</summary>
    private const double Alpha = 0.72134752044448170367996234050095;

    /// <summary>3 ln 2 - 1: m times the relative variance, and m times the relative bias of an estimate with α∞ (Flajolet et al., 2007, whose αₘ is about α∞ / (1 + 1.079 / m)).</summary>
    internal const double Variance = 1.0794415416798359282516963643745;

    /// <summary>The number of distinct values, from how many registers have each rank, 0 to q + 1.</summary>
    /// <remarks>n = α∞ m² / (1 + 1.079 / m) / (m σ(C₀/m) + Σ Cₖ 2⁻ᵏ + m τ(1 - C₍q+1₎/m) 2⁻ᑫ); 0 when all are empty, infinite when all are full.</remarks>
    internal static double Estimate(ReadOnlySpan<int> counts)
    {
        var registers = 0d;
        foreach (var count in counts)
        {
            registers += count;
        }

        var sum = registers * Tau(1 - (counts[^1] / registers));
        for (var rank = counts.Length - 2; rank >= 1; rank--)
        {
            sum = 0.5 * (sum + counts[rank]);
        }

        sum += registers * Sigma(counts[0] / registers);
        return Alpha * registers * registers / (1 + (Variance / registers)) / sum;
    }

    /// <summary>σ(x) = x + Σₖ x^(2^k) 2^(k-1), k from 1: what the ranks below 1 would have been.</summary>
    private static double Sigma(double x)
    {
        if (x == 1)
        {
            return double.PositiveInfinity;
        }

        var (sum, weight, before) = (x, 1d, double.NaN);
        while (sum != before)
        {
            before = sum;
            x *= x;
            sum += x * weight;
            weight += weight;
        }

        return sum;
    }

    /// <summary>τ(x) = (1 - x - Σₖ (1 - x^(2^-k))² 2^-k) / 3, k from 1: what the ranks above q + 1 would have been.</summary>
    private static double Tau(double x)
    {
        if (x is 0 or 1)
        {
            return 0;
        }

        var (sum, weight, before) = (1 - x, 1d, double.NaN);
        while (sum != before)
        {
            before = sum;
            x = Math.Sqrt(x);
            weight *= 0.5;
            sum -= (1 - x) * (1 - x) * weight;
        }

        return sum / 3;
    }
}
