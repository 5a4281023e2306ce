using Mlops.Statistics.Distributions;

namespace Mlops.Statistics.Randomness;

/// <summary>Draws binomial and multinomial counts.</summary>
/// <remarks>Hörmann (1993), "The generation of binomial random variates": transformed rejection, constant time; inversion where the mean is small.</remarks>
internal static class BinomialDraw
{
    private const double LeastRejectionMean = 10;

    /// <summary>How many of n rows fall into each cell, cell after cell given what is left.</summary>
    /// <param name="counts">The data's counts, whose shares are the cells' probabilities.</param>
    /// <param name="total">Their sum, which is also the number of rows drawn.</param>
    /// <param name="draw">Where the counts go.</param>
    /// <param name="random">The replicate's stream.</param>
    internal static void Multinomial(ReadOnlySpan<long> counts, long total, Span<long> draw, Philox random)
    {
        long rows = total,
            mass = total;
        for (var c = 0; c < counts.Length; c++)
        {
            draw[c] = counts[c] == mass ? rows : Of(rows, (double)counts[c] / mass, random);
            rows -= draw[c];
            mass -= counts[c];
        }
    }

    /// <param name="trials">n.</param>
    /// <param name="probability">p, in [0,1].</param>
    /// <param name="random">The stream.</param>
    internal static long Of(long trials, double probability, Philox random)
    {
        if (trials == 0 || probability <= 0)
        {
            return 0;
        }

        if (probability >= 1)
        {
            return trials;
        }

        if (probability > 0.5)
        {
            return trials - Of(trials, 1 - probability, random);
        }

        return trials * probability < LeastRejectionMean
            ? Inverted(trials, probability, random)
            : Rejected(trials, probability, random);
    }

    private static long Inverted(long n, double p, Philox random)
    {
        var odds = p / (1 - p);
        var first = Math.Exp(n * SpecialFunctions.LogOnePlus(-p));
        while (true)
        {
            var u = random.NextDouble();
            var term = first;
            for (long k = 0; k <= n && k < 200; k++)
            {
                if (u < term)
                {
                    return k;
                }

                u -= term;
                term *= odds * (n - k) / (k + 1);
            }
        }
    }

    private static long Rejected(long n, double p, Philox random)
    {
        double q = 1 - p,
            deviation = Math.Sqrt(n * p * q),
            b = 1.15 + (2.53 * deviation),
            a = -0.0873 + (0.0248 * b) + (0.01 * p),
            center = (n * p) + 0.5,
            alpha = (2.83 + (5.1 / b)) * deviation,
            squeeze = 0.92 - (4.2 / b),
            mode = Math.Floor((n + 1) * p),
            logOdds = double.NaN,
            atMode = double.NaN;
        while (true)
        {
            var u = random.NextDouble() - 0.5;
            var v = random.NextDouble();
            var us = 0.5 - Math.Abs(u);
            var k = Math.Floor((((2 * a / us) + b) * u) + center);
            if (us >= 0.07 && v <= squeeze)
            {
                return (long)k;
            }

            if (!(k >= 0) || k > n)
            {
                continue;
            }

            // Most draws need no logarithm.
            if (double.IsNaN(atMode))
            {
                logOdds = Math.Log(p / q);
                atMode = LogFactorial(mode) + LogFactorial(n - mode);
            }

            var height = Math.Log(v * alpha / ((a / (us * us)) + b));
            if (height <= atMode - LogFactorial(k) - LogFactorial(n - k) + ((k - mode) * logOdds))
            {
                return (long)k;
            }
        }
    }

    /// <summary>ln k! by Stirling's formula and its error.</summary>
    private static double LogFactorial(double k) =>
        k == 0 ? 0 : ((k + 0.5) * Math.Log(k)) - k + (0.5 * Math.Log(2 * Math.PI)) + SpecialFunctions.StirlingError(k);
}
