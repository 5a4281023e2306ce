using Mlops.Statistics.Distributions;

namespace Mlops.Statistics.TwoSample.Categorical;

/// <summary>How many of a number of draws without replacement are marked; with odds other than 1, Fisher's noncentral distribution.</summary>
/// <remarks>Sums go outwards from their largest term by the ratio of neighbours and end where terms no longer count: O(√N).</remarks>
internal readonly struct Hypergeometric
{
    private const double Negligible = 1e-18;
    private readonly long _marked;
    private readonly long _draws;
    private readonly long _rest;

    /// <param name="total">All that may be drawn.</param>
    /// <param name="marked">How many of them are marked.</param>
    /// <param name="draws">How many are drawn.</param>
    public Hypergeometric(long total, long marked, long draws)
    {
        _marked = marked;
        _draws = draws;
        _rest = total - marked;
        Lowest = Math.Max(0, draws - _rest);
        Highest = Math.Min(marked, draws);
    }

    /// <summary>The least number that can be.</summary>
    public long Lowest { get; }

    /// <summary>The largest number that can be.</summary>
    public long Highest { get; }

    /// <summary>ln P(x), by Loader's (2000) form: three binomial densities at the share that is drawn.</summary>
    public double LogDensity(long x)
    {
        double share = _draws / ((double)_marked + _rest),
            left = (_marked - (double)_draws + _rest) / ((double)_marked + _rest);
        return BinomialDensity.Log(x, _marked, share, left)
            + BinomialDensity.Log(_draws - x, _rest, share, left)
            - BinomialDensity.Log(_draws, _marked + _rest, share, left);
    }

    /// <summary>P(X ≤ x) and P(X ≥ x), each with its own digits.</summary>
    public (double Lower, double Upper) Tails(long x)
    {
        if (Lowest == Highest)
        {
            return (1, 1);
        }

        var density = Math.Exp(LogDensity(x));
        if (x <= Mode(0))
        {
            var below = Math.Min(1, density * SumDown(x));
            return (below, Math.Min(1, 1 - below + density));
        }

        var above = Math.Min(1, density * SumUp(x));
        return (Math.Min(1, 1 - above + density), above);
    }

    /// <summary>The probability of a number that is as probable as x or less.</summary>
    public double TwoSided(long x)
    {
        if (Lowest == Highest)
        {
            return 1;
        }

        // As probable within 1e-9 counts as equally probable.
        var limit = LogDensity(x) + 1e-9;
        var mode = Mode(0);
        if (LogDensity(mode) <= limit)
        {
            return 1;
        }

        // On either side of the mode densities fall: the first that is small enough, by halving.
        long low = x < mode ? x : Lowest - 1,
            high = x > mode ? x : Highest + 1;
        if (x < mode)
        {
            long inside = mode;
            while (high - inside > 1)
            {
                var middle = inside + ((high - inside) / 2);
                (inside, high) = LogDensity(middle) <= limit ? (inside, middle) : (middle, high);
            }
        }
        else
        {
            long inside = mode;
            while (inside - low > 1)
            {
                var middle = low + ((inside - low) / 2);
                (low, inside) = LogDensity(middle) <= limit ? (middle, inside) : (low, middle);
            }
        }

        var sum = low >= Lowest ? Math.Exp(LogDensity(low)) * SumDown(low) : 0;
        sum += high <= Highest ? Math.Exp(LogDensity(high)) * SumUp(high) : 0;
        return Math.Min(1, sum);
    }

    /// <summary>The number from which the next is no longer more probable, at odds e^logOdds.</summary>
    public long Mode(double logOdds)
    {
        long low = Lowest,
            high = Highest;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = LogRatio(middle) + logOdds > 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Mean and variance, and both tails at x (x included), at odds e^logOdds.</summary>
    public (double Mean, double Variance, double Lower, double Upper) Moments(double logOdds, long x)
    {
        var mode = Mode(logOdds);
        double sum = 0,
            first = 0,
            second = 0,
            lower = 0,
            upper = 0,
            odds = Math.Exp(logOdds),
            weight = 1;
        for (var i = mode; i <= Highest; i++)
        {
            Add(i);
            weight *= Ratio(i) * odds;
            if (weight < Negligible)
            {
                break;
            }
        }

        weight = 1;
        for (var i = mode - 1; i >= Lowest; i--)
        {
            weight /= Ratio(i) * odds;
            if (weight < Negligible)
            {
                break;
            }

            Add(i);
        }

        var mean = first / sum;
        return (mode + mean, (second / sum) - (mean * mean), lower / sum, upper / sum);

        void Add(long i)
        {
            double distance = i - mode;
            sum += weight;
            first += weight * distance;
            second += weight * distance * distance;
            lower += i <= x ? weight : 0;
            upper += i >= x ? weight : 0;
        }
    }

    /// <summary>P(x + 1) / P(x).</summary>
    public double Ratio(long x) => (double)(_marked - x) / (x + 1) * ((double)(_draws - x) / (_rest - _draws + x + 1));

    private double LogRatio(long x) => Math.Log(Ratio(x));

    /// <summary>(P(x) + P(x - 1) + …) / P(x).</summary>
    private double SumDown(long x)
    {
        double sum = 1,
            term = 1;
        for (var i = x - 1; i >= Lowest && term > Negligible * sum; i--)
        {
            term /= Ratio(i);
            sum += term;
        }

        return sum;
    }

    /// <summary>(P(x) + P(x + 1) + …) / P(x).</summary>
    private double SumUp(long x)
    {
        double sum = 1,
            term = 1;
        for (var i = x; i < Highest && term > Negligible * sum; i++)
        {
            term *= Ratio(i);
            sum += term;
        }

        return sum;
    }
}
