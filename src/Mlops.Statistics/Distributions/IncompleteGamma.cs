namespace Mlops.Statistics.Distributions;

/// <summary>The regularised incomplete gamma functions P(a, x) and Q(a, x), each with its own relative accuracy.</summary>
/// <remarks>
/// The smaller of the two is computed directly from sums of positive terms or a continued fraction, the larger as its
/// complement. Near x = a the number of terms grows with the square root of a.
/// </remarks>
internal static class IncompleteGamma
{
    private const double Epsilon = 1e-17;
    private const double SmallArgument = 1.5;

    /// <summary>Factors of a continued fraction this near 1 may be rounding: it is done when they stop getting nearer.</summary>
    private const double Noise = 1e-15;

    /// <summary>P(a, x) = γ(a, x) / Γ(a) for a &gt; 0 and x ≥ 0.</summary>
    public static double Lower(double a, double x)
    {
        if (x <= 0)
        {
            return 0;
        }

        return x <= Math.Max(a, SmallArgument)
            ? Math.Min(1, Math.Exp(SpecialFunctions.LogPoissonDensity(a, x)) * LowerSeries(a, x))
            : 1 - Upper(a, x);
    }

    /// <summary>Q(a, x) = Γ(a, x) / Γ(a) for a &gt; 0 and x ≥ 0.</summary>
    public static double Upper(double a, double x)
    {
        if (x <= 0)
        {
            return 1;
        }

        if (double.IsPositiveInfinity(x))
        {
            return 0;
        }

        if (x > Math.Max(a, SmallArgument))
        {
            return Math.Min(1, Math.Exp(SpecialFunctions.LogPoissonDensity(a, x)) * a * UpperFraction(a, x));
        }

        return a < 1 ? UpperOfSmallShape(a, x) : 1 - Lower(a, x);
    }

    /// <summary>Q(a, x) over the density x^a e^-x / Γ(a + 1), which neither over- nor underflows where Q does.</summary>
    public static double UpperOverDensity(double a, double x) =>
        x > Math.Max(a, SmallArgument)
            ? a * UpperFraction(a, x)
            : Upper(a, x) / Math.Exp(SpecialFunctions.LogPoissonDensity(a, x));

    /// <summary>P(a, x) Γ(a + 1) / (x^a e^-x) = 1 + x/(a+1) + x²/((a+1)(a+2)) + …</summary>
    private static double LowerSeries(double a, double x)
    {
        double sum = 1,
            term = 1;
        for (var k = 1; ; k++)
        {
            var ratio = x / (a + k);
            term *= ratio;
            sum += term;
            if (ratio < 1 && term * ratio <= Epsilon * sum * (1 - ratio))
            {
                return sum;
            }
        }
    }

    /// <summary>Γ(a, x) / (x^a e^-x) by Legendre's continued fraction, evaluated by Lentz' method.</summary>
    private static double UpperFraction(double a, double x)
    {
        var b = x + 1 - a;
        double c = 1e300,
            d = 1 / b,
            h = d,
            previous = double.PositiveInfinity;
        for (var i = 1; ; i++)
        {
            var numerator = -i * (i - a);
            b += 2;
            d = 1 / ((numerator * d) + b);
            c = b + (numerator / c);
            var factor = d * c;
            h *= factor;
            var change = Math.Abs(factor - 1);
            if (change < Noise && change >= previous)
            {
                return h;
            }

            previous = change;
        }
    }

    /// <summary>Q for a &lt; 1 and small x, where P is so near 1 that the complement would have no digits.</summary>
    private static double UpperOfSmallShape(double a, double x)
    {
        // P = x^a / Γ(a+1) · [1 + a Σ (-x)^k / ((a + k) k!)]
        var logarithm = (a * Math.Log(x)) - SpecialFunctions.LogGammaOnePlus(a);
        double sum = 0,
            power = 1;
        for (var k = 1; k < 40; k++)
        {
            power *= -x / k;
            sum += power / (a + k);
        }

        return -SpecialFunctions.ExpMinusOne(logarithm) - (Math.Exp(logarithm) * a * sum);
    }
}
