namespace Mlops.Statistics.TwoSample.Categorical;

/// <summary>The root of a falling function between two points.</summary>
internal static class BracketedRoot
{
    /// <summary>Finds x in [low, high] with f(x) = 0, where f is at least 0 at low and at most 0 at high.</summary>
    /// <remarks>Regula falsi with Illinois' weights, each third step a bisection: safe for any monotone function, to the last digits of x.</remarks>
    internal static double Solve(double low, double high, Func<double, double> falling)
    {
        double left = falling(low),
            right = falling(high);
        if (!(left > 0))
        {
            return low;
        }

        if (!(right < 0))
        {
            return high;
        }

        for (var i = 0; i < 200; i++)
        {
            var middle = i % 3 == 2 ? low + ((high - low) / 2) : high - (right * ((high - low) / (right - left)));
            if (!(middle > low && middle < high))
            {
                middle = low + ((high - low) / 2);
                if (!(middle > low && middle < high))
                {
                    break;
                }
            }

            var value = falling(middle);
            if (value > 0)
            {
                low = middle;
                left = value;
                right /= 2;
            }
            else if (value < 0)
            {
                high = middle;
                right = value;
                left /= 2;
            }
            else
            {
                return middle;
            }

            if (high - low <= 4e-16 * Math.Max(Math.Abs(low), Math.Abs(high)))
            {
                break;
            }
        }

        return low + ((high - low) / 2);
    }
}
