namespace Mlops.Statistics.Distributions;

/// <summary>The pieces of gamma and Poisson mathematics that keep their digits where the plain formulas cancel.</summary>
internal static class SpecialFunctions
{
    private const double EulerGamma = 0.57721566490153286;
    private const double HalfLogTwoPi = 0.91893853320467274;

    /// <summary>zeta(k) - 1 for k = 2, 3, …; from k = 34 on it is 2^-k to double precision.</summary>
    private static ReadOnlySpan<double> ZetaMinusOne =>
        [
            0.64493406684822644,
            0.20205690315959429,
            0.082323233711138192,
            0.036927755143369926,
            0.017343061984449140,
            0.0083492773819228268,
            0.0040773561979443394,
            0.0020083928260822144,
            9.9457512781808534e-4,
            4.9418860411946456e-4,
            2.4608655330804830e-4,
            1.2271334757848915e-4,
            6.1248135058704829e-5,
            3.0588236307020493e-5,
            1.5282259408651872e-5,
            7.6371976378997623e-6,
            3.8172932649998398e-6,
            1.9082127165539390e-6,
            9.5396203387279611e-7,
            4.7693298678780646e-7,
            2.3845050272773299e-7,
            1.1921992596531107e-7,
            5.9608189051259480e-8,
            2.9803503514652280e-8,
            1.4901554828365042e-8,
            7.4507117898354295e-9,
            3.7253340247884571e-9,
            1.8626597235130490e-9,
            9.3132743241966818e-10,
            4.6566290650337840e-10,
            2.3283118336765055e-10,
            1.1641550172700520e-10,
        ];

    /// <summary>ln Γ(1 + a) for a in [0,1], with a small relative error down to a = 0.</summary>
    public static double LogGammaOnePlus(double a)
    {
        // ln Γ(1+a) = -ln(1+a) + a (1 - γ) + Σ (ζ(k) - 1) (-a)^k / k: converges like (a/2)^k.
        double sum = 0,
            power = -a;
        var coefficients = ZetaMinusOne;
        for (var i = 0; i < 52; i++)
        {
            power *= -a;
            var zeta = i < coefficients.Length ? coefficients[i] : Math.ScaleB(1, -(i + 2));
            sum += zeta * power / (i + 2);
        }

        return sum + (a * (1 - EulerGamma)) - Math.Log(1 + a) + LogOnePlusRounding(a);
    }

    /// <summary>ln(1 + x), keeping the digits of a small x.</summary>
    public static double LogOnePlus(double x) => Math.Log(1 + x) + LogOnePlusRounding(x);

    /// <summary>e^x - 1, keeping the digits of a small x.</summary>
    public static double ExpMinusOne(double x)
    {
        if (Math.Abs(x) > 0.5)
        {
            return Math.Exp(x) - 1;
        }

        // e^x - 1 = 2 tanh(x/2) / (1 - tanh(x/2)), and tanh keeps small arguments.
        var t = Math.Tanh(x / 2);
        return 2 * t / (1 - t);
    }

    /// <summary>ln Γ(s + 1) - [(s + 1/2) ln s - s + ln √(2π)] for s &gt; 0: what Stirling's formula leaves out.</summary>
    public static double StirlingError(double s)
    {
        double shift = 0;
        while (s < 16)
        {
            shift += ((s + 0.5) * LogOnePlus(1 / s)) - 1;
            s++;
        }

        var z = 1 / (s * s);
        var series =
            (1.0 / 12)
            - (
                z
                * (
                    (1.0 / 360)
                    - (
                        z
                        * (
                            (1.0 / 1260)
                            - (
                                z
                                * (
                                    (1.0 / 1680)
                                    - (
                                        z
                                        * (
                                            (1.0 / 1188)
                                            - (z * ((691.0 / 360360) - (z * ((1.0 / 156) - (z * 3617.0 / 122400)))))
                                        )
                                    )
                                )
                            )
                        )
                    )
                )
            );
        return (series / s) + shift;
    }

    /// <summary>x ln(x / m) + m - x, the Poisson deviance of one cell: never negative, and exact to rounding where x is near m.</summary>
    /// <remarks>Loader (2000), "Fast and accurate computation of binomial probabilities".</remarks>
    public static double Deviance(double x, double m)
    {
        if (x == m)
        {
            return 0;
        }

        if (x == 0)
        {
            return m;
        }

        var v = (x - m) / (x + m);
        if (Math.Abs(v) >= 0.4)
        {
            return (x * (Math.Log(x) - Math.Log(m))) + m - x;
        }

        // ln(x/m) = 2 (v + v³/3 + v⁵/5 + …)
        var square = v * v;
        double sum = (x - m) * v,
            power = 2 * x * v;
        for (var k = 3; ; k += 2)
        {
            power *= square;
            var next = sum + (power / k);
            if (next == sum)
            {
                return sum;
            }

            sum = next;
        }
    }

    /// <summary>The logarithm of the Poisson density y^s e^-y / Γ(s + 1), continued to real s ≥ 0.</summary>
    public static double LogPoissonDensity(double s, double y)
    {
        if (y == 0)
        {
            return s == 0 ? 0 : double.NegativeInfinity;
        }

        return s < 1
            ? (s * Math.Log(y)) - y - LogGammaOnePlus(s)
            : -StirlingError(s) - Deviance(s, y) - HalfLogTwoPi - (0.5 * Math.Log(s));
    }

    private static double LogOnePlusRounding(double x)
    {
        // Math.Log(1 + x) misses what 1 + x rounds away: by the derivative that is (x - ((1 + x) - 1)) / (1 + x).
        var sum = 1 + x;
        return double.IsFinite(sum) ? (x - (sum - 1)) / sum : 0;
    }
}
