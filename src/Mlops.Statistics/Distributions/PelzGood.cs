namespace Mlops.Statistics.Distributions;

/// <summary>The distribution of Kolmogorov's statistic for large n, to the order n^(-3/2).</summary>
/// <remarks>
/// Pelz and Good (1976): K₀(z) + K₁(z)/√n + K₂(z)/n + K₃(z)/n^(3/2) with z = d √n, each a theta series in e^(-π²/(2z²)) that
/// converges fast for small z.
/// </remarks>
internal static class PelzGood
{
    /// <summary>P(D ≤ d), to about n^-2.</summary>
    public static double Probability(long n, double d)
    {
        var z = d * Math.Sqrt(n);
        double z2 = z * z,
            z3 = z2 * z,
            z4 = z2 * z2,
            z6 = z4 * z2,
            z7 = z6 * z,
            z8 = z4 * z4,
            z10 = z6 * z4;
        double sum0 = 0,
            sum1 = 0,
            sum2 = 0,
            sum3 = 0,
            whole2 = 0,
            whole3 = 0;

        // Beyond the last term, e^(-u/(2z²)) is below 1e-40 of the first.
        var last = (int)Math.Ceiling(5 * z) + 1;
        for (var k = last; k >= 0; k--)
        {
            // The half-integers ±(k + 1/2): u = π² (k + 1/2)².
            var u = Math.PI * Math.PI * (k + 0.5) * (k + 0.5);
            var weight = 2 * Math.Exp(-u / (2 * z2));
            sum0 += weight;
            sum1 += weight * (u - z2);
            sum2 += weight * ((6 * z6) + (2 * z4) + (u * ((2 * z4) - (5 * z2) + (u * (1 - (2 * z2))))));
            sum3 +=
                weight
                * (
                    -(30 * z6)
                    - (90 * z8)
                    + (u * ((135 * z4) - (96 * z6) + (u * ((212 * z4) - (60 * z2) + (u * (5 - (30 * z2)))))))
                );

            // The integers ±k: v = π² k².
            var v = Math.PI * Math.PI * k * k;
            var wholeWeight = 2 * v * Math.Exp(-v / (2 * z2));
            whole2 += wholeWeight;
            whole3 += wholeWeight * ((3 * z2) - v);
        }

        var k0 = sum0 / z;
        var k1 = sum1 / (6 * z4);
        var k2 = (sum2 / (72 * z7)) - (whole2 / (36 * z3));
        var k3 = (sum3 / (6480 * z10)) + (whole3 / (216 * z6));
        var root = Math.Sqrt(n);
        var value = Math.Sqrt(Math.PI / 2) * (k0 + ((k1 + ((k2 + (k3 / root)) / root)) / root));

        // Where z is so small that its powers vanish, so does the probability.
        return double.IsFinite(value) ? value : 0;
    }
}
