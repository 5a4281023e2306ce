namespace Mlops.Statistics.Equivalence;

/// <summary>Farrington and Manning's (1990) score statistic of the difference of two shares, with the constrained estimates of Miettinen and Nurminen (1985).</summary>
internal readonly struct ScoreOfShares(double firstSuccesses, double firstTrials, double secondSuccesses, double secondTrials)
{
    private readonly double _p = firstSuccesses / firstTrials;
    private readonly double _q = secondSuccesses / secondTrials;
    private readonly double _n = firstTrials;
    private readonly double _m = secondTrials;

    internal double Difference => _p - _q;

    /// <summary>(p - q - δ) over its standard error under a difference of δ.</summary>
    internal double At(double difference)
    {
        var (first, second) = Constrained(difference);
        var variance = (first * (1 - first) / _n) + (second * (1 - second) / _m);
        var distance = Difference - difference;
        return distance == 0 ? 0 : distance / Math.Sqrt(Math.Max(0, variance));
    }

    /// <summary>The δ at which the statistic is <paramref name="score"/>, which falls in δ; -1 where it never is as much.</summary>
    internal double LeastDifference(double score)
    {
        double low = -1,
            high = Difference;
        for (var i = 0; i < 100 && high - low > 1e-15; i++)
        {
            var middle = low + ((high - low) / 2);
            if (At(middle) > score)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return low + ((high - low) / 2);
    }

    /// <summary>The most probable shares whose difference is δ: the middle root of a cubic.</summary>
    private (double First, double Second) Constrained(double difference)
    {
        double theta = _m / _n,
            a = 1 + theta,
            b = -(1 + theta + _p + (theta * _q) + (difference * (theta + 2))),
            c = (difference * difference) + (difference * ((2 * _p) + theta + 1)) + _p + (theta * _q),
            d = -_p * difference * (1 + difference),
            third = b / (3 * a),
            v = (third * third * third) - (b * c / (6 * a * a)) + (d / (2 * a)),
            u = Math.CopySign(Math.Sqrt(Math.Max(0, (third * third) - (c / (3 * a)))), v),
            cube = u * u * u,
            angle = (Math.PI + Math.Acos(cube == 0 ? 0 : Math.Clamp(v / cube, -1, 1))) / 3,
            first = (2 * u * Math.Cos(angle)) - third;
        first = Math.Clamp(first, Math.Max(0, difference), Math.Min(1, 1 + difference));
        return (first, Math.Clamp(first - difference, 0, 1));
    }
}
