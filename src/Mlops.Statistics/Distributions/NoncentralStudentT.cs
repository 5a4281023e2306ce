namespace Mlops.Statistics.Distributions;

/// <summary>The noncentral t distribution, of (Z + δ) / S with Z standard normal and νS² chi-square, and its inverse in δ.</summary>
/// <remarks>
/// By the trapezoidal rule over ln S, or over Z where that is the narrower: integrands that are analytic and vanish at both ends, so that the error falls
/// exponentially with the step. Each tail is a sum of positive terms, good to about 1e-12 of itself down to 1e-15.
/// </remarks>
internal static class NoncentralStudentT
{
    private const double FarOut = 38;
    private const double Negligible = 45;

    internal static (double Lower, double Upper) Tails(double t, double degreesOfFreedom, double noncentrality)
    {
        if (t < 0)
        {
            var (lower, upper) = Tails(-t, degreesOfFreedom, -noncentrality);
            return (upper, lower);
        }

        if (t == 0 || noncentrality < -FarOut)
        {
            return t == 0 ? (Normal.Cdf(-noncentrality), Normal.Cdf(noncentrality)) : (1, 0);
        }

        return noncentrality > Math.Max(9, 4 * Math.Sqrt(2 * degreesOfFreedom))
            ? OverNormal(t, degreesOfFreedom, noncentrality)
            : OverScale(t, degreesOfFreedom, noncentrality);
    }

    /// <summary>The δ for which P(T ≤ t) is <paramref name="probability"/>, in (0,1): P falls in δ.</summary>
    internal static double Noncentrality(double t, double degreesOfFreedom, double probability)
    {
        // The score of P is nearly a straight line in δ, so the secant method needs a few steps.
        double target = Normal.Quantile(probability),
            width = Math.Sqrt(1 + (t * t / (2 * degreesOfFreedom))),
            value = t - (target * width),
            slope = -1 / width,
            low = double.NegativeInfinity,
            high = double.PositiveInfinity,
            lastValue = double.NaN,
            lastError = double.NaN;
        for (var i = 0; i < 200; i++)
        {
            var error = Score(t, degreesOfFreedom, value) - target;
            if (error > 0)
            {
                low = value;
            }
            else
            {
                high = value;
            }

            if (double.IsFinite(error) && double.IsFinite(lastError) && error != lastError)
            {
                var secant = (error - lastError) / (value - lastValue);
                slope = secant < 0 ? secant : slope;
            }

            (lastValue, lastError) = (value, error);
            var next = double.IsFinite(error) ? value - (error / slope) : value + (Math.Sign(error) * 8 * width);
            if (!(next >= low && next <= high))
            {
                next = low + ((high - low) / 2);
            }

            if (Math.Abs(next - value) <= 1e-13 * Math.Max(1, Math.Abs(value)))
            {
                return next;
            }

            value = next;
        }

        return value;
    }

    private static double Score(double t, double degreesOfFreedom, double noncentrality)
    {
        var (lower, upper) = Tails(t, degreesOfFreedom, noncentrality);
        return lower <= upper ? Normal.Quantile(Math.Min(lower, 0.5)) : -Normal.Quantile(Math.Min(upper, 0.5));
    }

    /// <summary>∫ Φ(t s - δ) f(s) ds over u = ln s.</summary>
    private static (double Lower, double Upper) OverScale(double t, double degreesOfFreedom, double noncentrality)
    {
        var shape = degreesOfFreedom / 2;
        var step = Math.Min(
            Math.Min(0.14, 0.6 / Math.Sqrt(2 * degreesOfFreedom)),
            0.6 / Math.Max(1, Math.Abs(noncentrality))
        );
        var peak = SpecialFunctions.LogPoissonDensity(shape, shape);
        double lower = 0,
            upper = 0,
            total = 0;
        for (var side = -1; side <= 1; side += 2)
        {
            for (var j = side < 0 ? 1 : 0; ; j++)
            {
                var s = Math.Exp(side * j * step);
                var density = SpecialFunctions.LogPoissonDensity(shape, shape * s * s) - peak;
                if (density < -Negligible)
                {
                    break;
                }

                var weight = Math.Exp(density);
                var z = (t * s) - noncentrality;
                lower += weight * Normal.Cdf(z);
                upper += weight * Normal.Cdf(-z);
                total += weight;
            }
        }

        return (lower / total, upper / total);
    }

    /// <summary>∫ φ(z) P(S ≥ (z + δ) / t) dz.</summary>
    private static (double Lower, double Upper) OverNormal(double t, double degreesOfFreedom, double noncentrality)
    {
        var shape = degreesOfFreedom / 2;
        var step = 0.25 * Math.Clamp(t / Math.Sqrt(2 * degreesOfFreedom), 0.05, 1);
        double lower = 0,
            upper = 0,
            total = 0;
        var half = (int)Math.Ceiling(9 / step);
        for (var j = -half; j <= half; j++)
        {
            var z = j * step;
            var s = Math.Max(0, z + noncentrality) / t;
            var weight = Math.Exp(-0.5 * z * z);
            lower += weight * IncompleteGamma.Upper(shape, shape * s * s);
            upper += weight * IncompleteGamma.Lower(shape, shape * s * s);
            total += weight;
        }

        return (lower / total, upper / total);
    }
}
