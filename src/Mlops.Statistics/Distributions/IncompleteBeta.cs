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

        // The continued fraction converges fast on this side of the mean, and gives the smaller tail there.
        var kernel = Math.Exp(LogKernel(x, y, a, b));
        if (x * (a + b + 2) < a + 1)
        {
            var lower = Math.Min(1, kernel * Fraction(x, a, b) / a);
            return (lower, 1 - lower);
        }

        var upper = Math.Min(1, kernel * Fraction(y, b, a) / b);
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
        if (x * (a + b + 2) < a + 1)
        {
            // ln I = ln kernel + ln(fraction / a), which does not underflow.
            var factor = Fraction(x, a, b) / a;
            return (kernel + Math.Log(factor) - target, 1 / factor);
        }

        var density = Math.Exp(kernel);
        var lower = 1 - Math.Min(1, density * Fraction(y, b, a) / b);
        return (Math.Log(lower) - target, density / lower);
    }

    /// <summary>The continued fraction of I_x(a, b) a B(a, b) / (x^a (1 - x)^b), by Lentz' method.</summary>
    private static double Fraction(double x, double a, double b)
    {
        const double tiny = 1e-300;
        double c = 1,
            d = 1 - ((a + b) * x / (a + 1));
        d = 1 / (Math.Abs(d) < tiny ? tiny : d);
        double h = d,
            previous = double.PositiveInfinity;
        for (var m = 1; ; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / NotZero(1 + (even * d));
            c = NotZero(1 + (even / c));
            h *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / NotZero(1 + (odd * d));
            c = NotZero(1 + (odd / c));
            var factor = d * c;
            h *= factor;
            var change = Math.Abs(factor - 1);
            if (change < Noise && change >= previous)
            {
                return h;
            }

            previous = change;
        }

        static double NotZero(double v) => Math.Abs(v) < tiny ? tiny : v;
    }
}
