namespace Mlops.Statistics.Distributions;

/// <summary>The regularised incomplete beta function and its inverse, with x and 1 - x both given and both returned.</summary>
internal static class IncompleteBeta
{
    /// <summary>Factors of a continued fraction this near 1 may be rounding: it is done when they stop getting nearer.</summary>
    private const double Noise = 1e-15;

    /// <summary>Quantiles below e^-700, 1e-304, are 0.</summary>
    private const double LeastLogit = -700;

    /// <summary>I_x(a, b) and its complement, for y = 1 - x.</summary>
    public static (double Lower, double Upper) Tails(double x, double y, double a, double b)
    {
        if (x <= 0 || y <= 0)
        {
            return x <= 0 ? (0, 1) : (1, 0);
        }

        // The continued fraction converges fast on its side of the mean, and gives the smaller tail there.
        var kernel = Math.Exp(LogKernel(x, y, a, b));
        var excess = Excess(x, y, a, b);
        if (IsLowerTail(x, excess))
        {
            var lower = Math.Min(1, kernel * Fraction(x, y, a, b, excess));
            return (lower, 1 - lower);
        }

        var upper = Math.Min(1, kernel * Fraction(y, x, b, a, -excess));
        return (1 - upper, upper);
    }

    /// <summary>The logarithm of x^a y^b / B(a, b).</summary>
    public static double LogKernel(double x, double y, double a, double b)
    {
        // Loader's saddle-point form of the binomial density, continued to real counts.
        var n = a + b;
        var density =
            SpecialFunctions.StirlingError(n)
            - SpecialFunctions.StirlingError(a)
            - SpecialFunctions.StirlingError(b)
            - SpecialFunctions.Deviance(a, n * x)
            - SpecialFunctions.Deviance(b, n * y);
        return density + (0.5 * Math.Log(a / n * b / (2 * Math.PI)));
    }

    /// <summary>x and 1 - x with I_x(a, b) = p, for p in (0, 1/2].</summary>
    public static (double X, double Y) LowerQuantile(double p, double a, double b)
    {
        // Newton's method on ln I as a function of t = ln(x / (1 - x)). It is concave: after one step from the mean all
        // iterates lie left of the root and rise to it.
        var target = Math.Log(p);
        var t = Math.Log(a / b);
        for (var i = 0; i < 200; i++)
        {
            var (x, y) = (1 / (1 + Math.Exp(-t)), 1 / (1 + Math.Exp(t)));
            var (error, slope) = Evaluate(x, y, a, b, target);
            var step = -error / slope;
            if (Math.Abs(step) < 1e-7)
            {
                // The last step is taken in x itself: t has lost the digits that its size takes.
                var change = x * y * step;
                return (x + change, y - change);
            }

            if (t == LeastLogit && step < 0)
            {
                return (0, 1);
            }

            t = Math.Max(t + step, LeastLogit);
        }

        throw new InvalidOperationException($"The beta quantile did not converge for p = {p}, a = {a}, b = {b}.");
    }

    private static (double Error, double Slope) Evaluate(double x, double y, double a, double b, double target)
    {
        var kernel = LogKernel(x, y, a, b);
        var excess = Excess(x, y, a, b);
        if (IsLowerTail(x, excess))
        {
            // ln I = ln kernel + ln fraction, which does not underflow.
            var fraction = Fraction(x, y, a, b, excess);
            return (kernel + Math.Log(fraction) - target, 1 / fraction);
        }

        var density = Math.Exp(kernel);
        var lower = 1 - Math.Min(1, density * Fraction(y, x, b, a, -excess));
        return (Math.Log(lower) - target, density / lower);
    }

    /// <summary>a - (a + b) x, how far x lies below the mean, from the smaller of x and y so that it does not cancel.</summary>
    private static double Excess(double x, double y, double a, double b) =>
        a > b ? ((a + b) * y) - b : a - ((a + b) * x);

    private static bool IsLowerTail(double x, double excess) => excess + 1 > 2 * x;

    /// <summary>I_x(a, b) B(a, b) / (x^a y^b) by a continued fraction whose elements do not cancel where x is near 0 or 1.</summary>
    /// <remarks>Didonato and Morris (1992), "Algorithm 708: significant digit computation of the incomplete beta function ratios", BFRAC.</remarks>
    private static double Fraction(double x, double y, double a, double b, double excess)
    {
        double c = 1 + excess,
            c0 = b / a,
            c1 = 1 + (1 / a),
            p = 1,
            s = a + 1,
            numerator = 1,
            denominator = c / c1,
            lastNumerator = 0,
            lastDenominator = 1,
            ratio = c1 / c,
            previous = double.PositiveInfinity;
        for (double n = 1; ; n++)
        {
            double t = n / a,
                w = n * (b - n) * x,
                e = a / s,
                alpha = p * (p + c0) * e * e * (w * x),
                beta = n + (w / s) + ((1 + t) / (c1 + t + t) * (c + (n * (1 + y))));
            p = 1 + t;
            s += 2;
            (lastNumerator, numerator) = (numerator, (alpha * lastNumerator) + (beta * numerator));
            (lastDenominator, denominator) = (denominator, (alpha * lastDenominator) + (beta * denominator));
            var next = numerator / denominator;
            var change = Math.Abs(next - ratio) / next;
            ratio = next;
            if (change < Noise && change >= previous)
            {
                return ratio;
            }

            previous = change;

            // Only ratios matter: keep them in range.
            lastNumerator /= denominator;
            lastDenominator /= denominator;
            numerator = ratio;
            denominator = 1;
        }
    }
}
