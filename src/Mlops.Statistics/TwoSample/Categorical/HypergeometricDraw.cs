using Mlops.Statistics.Randomness;

namespace Mlops.Statistics.TwoSample.Categorical;

/// <summary>Draws how many of a number of draws without replacement are marked.</summary>
internal static class HypergeometricDraw
{
    /// <summary>Up to so many draws are made one by one, in whole numbers.</summary>
    private const int Few = 8;

    internal static long Next(Philox random, long total, long marked, long draws)
    {
        if (draws <= Few)
        {
            long found = 0;
            for (long i = 0; i < draws; i++)
            {
                if ((long)random.NextBelow((ulong)(total - i)) < marked - found)
                {
                    found++;
                }
            }

            return found;
        }

        var law = new Hypergeometric(total, marked, draws);
        return law.Lowest == law.Highest ? law.Lowest : Invert(law, random.NextDouble());
    }

    /// <summary>Takes a uniform number apart by the probabilities of the mode, one above, one below, two above, …</summary>
    private static long Invert(Hypergeometric law, double uniform)
    {
        var mode = law.Mode(0);
        double up = Math.Exp(law.LogDensity(mode)),
            down = up;
        uniform -= up;
        long above = mode,
            below = mode;
        while (uniform >= 0 && (above < law.Highest || below > law.Lowest) && up + down > 1e-18)
        {
            if (above < law.Highest)
            {
                up *= law.Ratio(above++);
                uniform -= up;
                if (uniform < 0)
                {
                    return above;
                }
            }
            else
            {
                up = 0;
            }

            if (below > law.Lowest)
            {
                down /= law.Ratio(--below);
                uniform -= down;
                if (uniform < 0)
                {
                    return below;
                }
            }
            else
            {
                down = 0;
            }
        }

        return mode;
    }
}
