using Mlops.Statistics.Distributions;

namespace Mlops.Statistics.Stratified;

/// <summary>The common odds ratio of 2 by 2 tables, with the variance of Robins, Breslow and Greenland (1986).</summary>
internal static class MantelHaenszelOdds
{
    public const double Level = 0.95;

    public static (double Ratio, ConfidenceInterval Interval) Of(StratifiedCounts counts)
    {
        double r = 0,
            s = 0,
            pr = 0,
            mixed = 0,
            qs = 0;
        for (var h = 0; h < counts.Strata; h++)
        {
            double a = counts.Current(h)[1],
                b = counts.Current(h)[0],
                c = counts.Reference(h)[1],
                d = counts.Reference(h)[0],
                all = a + b + c + d;
            if (a + b == 0 || c + d == 0)
            {
                continue;
            }

            double rh = a * d / all,
                sh = b * c / all,
                p = (a + d) / all,
                q = (b + c) / all;
            (r, s) = (r + rh, s + sh);
            (pr, mixed, qs) = (pr + (p * rh), mixed + (p * sh) + (q * rh), qs + (q * sh));
        }

        var ratio = r == 0 && s == 0 ? double.NaN : r / s;
        if (r == 0 || s == 0)
        {
            return (ratio, new ConfidenceInterval(double.NaN, double.NaN, Level));
        }

        var margin =
            -Normal.Quantile((1 - Level) / 2)
            * Math.Sqrt((pr / (2 * r * r)) + (mixed / (2 * r * s)) + (qs / (2 * s * s)));
        return (ratio, new ConfidenceInterval(ratio * Math.Exp(-margin), ratio * Math.Exp(margin), Level));
    }
}
