using Mlops.Statistics.Distributions;
using Mlops.Statistics.Randomness;

namespace Mlops.Statistics.Intervals.Bootstrap;

/// <summary>Random binomial counts, exactly distributed but for rounding.</summary>
internal static class BinomialDraw
{
    private const double SmallMean = 10;

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

        return trials * probability < SmallMean
            ? BySearch(trials, probability, random)
            : ByRejection(trials, probability, random);
    }

    /// <summary>Replaces counts by those of as many rows drawn anew: a multinomial draw as a chain of binomial ones.</summary>
    internal static void Multinomial(ReadOnlySpan<long> counts, long total, Span<long> drawn, Philox random)
    {
        var (rows, mass) = (total, total);
        for (var i = 0; i < counts.Length; i++)
        {
            drawn[i] = counts[i] == mass ? rows : Of(rows, (double)counts[i] / mass, random);
            rows -= drawn[i];
            mass -= counts[i];
        }
    }

    private static long BySearch(long trials, double probability, Philox random)
    {
        var odds = probability / (1 - probability);
        var start = Math.Exp(trials * SpecialFunctions.LogOnePlus(-probability));
        while (true)
        {
            var (u, density) = (random.NextDouble(), start);
            for (var k = 0L; k <= trials && k < 200; k++)
            {
                if (u < density)
                {
                    return k;
                }

                u -= density;
                density *= odds * (trials - k) / (k + 1);
            }
        }
    }

    /// <summary>Hörmann (1993), "The generation of binomial random variates", BTRS.</summary>
    private static long ByRejection(long trials, double probability, Philox random)
    {
        double n = trials,
            q = 1 - probability,
            deviation = Math.Sqrt(n * probability * q),
            b = 1.15 + (2.53 * deviation),
            a = -0.0873 + (0.0248 * b) + (0.01 * probability),
            c = (n * probability) + 0.5,
            quick = 0.92 - (4.2 / b),
            alpha = (2.83 + (5.1 / b)) * deviation,
            logOdds = Math.Log(probability / q),
            mode = Math.Floor((n + 1) * probability),
            height = LogFactorial(mode) + LogFactorial(n - mode);
        while (true)
        {
            double u = random.NextDouble() - 0.5,
                v = random.NextDouble(),
                room = 0.5 - Math.Abs(u),
                k = Math.Floor((((2 * a / room) + b) * u) + c);
            if (room >= 0.07 && v <= quick)
            {
                return (long)k;
            }

            if (k < 0 || k > n)
            {
                continue;
            }

            var log = Math.Log(v * alpha / ((a / (room * room)) + b));
            if (log <= height - LogFactorial(k) - LogFactorial(n - k) + ((k - mode) * logOdds))
            {
                return (long)k;
            }
        }
    }

    private static double LogFactorial(double k) =>
        k == 0 ? 0 : ((k + 0.5) * Math.Log(k)) - k + 0.91893853320467274 + SpecialFunctions.StirlingError(k);
}
