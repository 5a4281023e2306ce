namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>The p-value by table 2 of Scholz and Stephens (1987), as SciPy has it: a parabola through the logarithms of seven levels, by least squares.</summary>
internal static class AndersonDarlingInterpolation
{
    private static ReadOnlySpan<double> Levels => [0.25, 0.1, 0.05, 0.025, 0.01, 0.005, 0.001];

    private static ReadOnlySpan<double> Constant => [0.675, 1.281, 1.645, 1.96, 2.326, 2.573, 3.085];

    private static ReadOnlySpan<double> OverRoot => [-0.245, 0.25, 0.678, 1.149, 1.822, 2.364, 3.615];

    private static ReadOnlySpan<double> OverDegrees => [-0.105, -0.305, -0.362, -0.391, -0.396, -0.345, -0.154];

    /// <summary>Within [0.001, 0.25].</summary>
    /// <param name="statistic">The standardised statistic.</param>
    /// <param name="degreesOfFreedom">k - 1.</param>
    internal static double PValue(double statistic, int degreesOfFreedom)
    {
        Span<double> percentiles = stackalloc double[Levels.Length];
        for (var i = 0; i < percentiles.Length; i++)
        {
            percentiles[i] =
                Constant[i] + (OverRoot[i] / Math.Sqrt(degreesOfFreedom)) + (OverDegrees[i] / degreesOfFreedom);
        }

        if (statistic < percentiles[0])
        {
            return Levels[0];
        }

        return statistic > percentiles[^1] ? Levels[^1] : Math.Exp(Parabola(percentiles, statistic));
    }

    /// <summary>In polynomials that are orthogonal over the percentiles, so that nothing has to be solved for.</summary>
    private static double Parabola(ReadOnlySpan<double> percentiles, double at)
    {
        double mean = 0;
        foreach (var x in percentiles)
        {
            mean += x / percentiles.Length;
        }

        double second = 0,
            third = 0;
        foreach (var x in percentiles)
        {
            var d = x - mean;
            second += d * d;
            third += d * d * d;
        }

        double constant = 0,
            slope = 0,
            curve = 0,
            fourth = 0;
        for (var i = 0; i < percentiles.Length; i++)
        {
            var logarithm = Math.Log(Levels[i]);
            var d = percentiles[i] - mean;
            var q = Quadratic(d);
            constant += logarithm / percentiles.Length;
            slope += logarithm * d / second;
            curve += logarithm * q;
            fourth += q * q;
        }

        return constant + (slope * (at - mean)) + (curve / fourth * Quadratic(at - mean));

        double Quadratic(double d) => (d * d) - (third / second * d) - (second / Levels.Length);
    }
}
