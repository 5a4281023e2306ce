using Mlops.Statistics.Divergences;
using Mlops.Statistics.Intervals;

namespace Mlops.Statistics.Equivalence;

/// <summary>Two shares, of which each is known to lie in its Clopper-Pearson interval: a box of possible truths.</summary>
/// <remarks>
/// The distance of two Bernoulli distributions is convex in each share and 0 on the diagonal, so it grows away from it: over a
/// box its least value is 0 or at the corner nearest the diagonal, its largest at one of the two corners furthest from it.
/// </remarks>
internal readonly record struct ClopperPearsonBox(
    double ReferenceEvents,
    double ReferenceRows,
    double CurrentEvents,
    double CurrentRows,
    bool OneSided
)
{
    private const double LeastLevel = 1e-300;

    /// <summary>The smallest of the four cells, in effective rows.</summary>
    public double SmallestCell =>
        Math.Min(
            Math.Min(ReferenceEvents, ReferenceRows - ReferenceEvents),
            Math.Min(CurrentEvents, CurrentRows - CurrentEvents)
        );

    public static ClopperPearsonBox Of(EquivalenceResult result)
    {
        var scale = result.Options.DesignEffect;
        return new ClopperPearsonBox(
            (result.ReferenceEventCount ?? 0) / scale,
            result.ReferenceCount / scale,
            (result.CurrentEventCount ?? 0) / scale,
            result.CurrentCount / scale,
            result.Options.Alternative == EquivalenceAlternative.Increase
        );
    }

    public static EquivalenceResult Judge(EquivalenceResult result)
    {
        var options = result.Options;
        var box = Of(result);
        var (lower, upper) = box.Range(1 - options.ConfidenceLevel);
        return result with
        {
            Method = EquivalenceMethod.ClopperPearsonBoxes,
            DriftPValue = LeastLevelAt(a => box.Range(a).Lower - options.Bound),
            SamePValue = LeastLevelAt(a => options.Bound - box.Range(a).Upper),
            DetectionPValue = LeastLevelAt(box.Gap),
            Interval = new ConfidenceInterval(lower, upper, options.ConfidenceLevel),
        };
    }

    /// <summary>The same shares on so many times the rows.</summary>
    public ClopperPearsonBox Scaled(double factor) =>
        this with
        {
            ReferenceEvents = ReferenceEvents * factor,
            ReferenceRows = ReferenceRows * factor,
            CurrentEvents = CurrentEvents * factor,
            CurrentRows = CurrentRows * factor,
        };

    /// <summary>The least and largest distance over box(a).</summary>
    public (double Lower, double Upper) Range(double a)
    {
        var (p, q) = Sides(a);
        var grown = (
            Nearest: q.Lower > p.Upper ? JensenShannon.BernoulliDistance(p.Upper, q.Lower) : 0,
            Furthest: q.Upper > p.Lower ? JensenShannon.BernoulliDistance(p.Lower, q.Upper) : 0
        );
        if (OneSided)
        {
            return grown;
        }

        var shrunk = (
            Nearest: p.Lower > q.Upper ? JensenShannon.BernoulliDistance(p.Lower, q.Upper) : 0,
            Furthest: p.Upper > q.Lower ? JensenShannon.BernoulliDistance(p.Upper, q.Lower) : 0
        );
        return (Math.Max(grown.Nearest, shrunk.Nearest), Math.Max(grown.Furthest, shrunk.Furthest));
    }

    /// <summary>How far box(a) lies from the diagonal, as a difference of shares; negative where it crosses it.</summary>
    private double Gap(double a)
    {
        var (p, q) = Sides(a);
        return OneSided ? q.Lower - p.Upper : Math.Max(q.Lower - p.Upper, p.Lower - q.Upper);
    }

    private ((double Lower, double Upper) Reference, (double Lower, double Upper) Current) Sides(double a) =>
        (
            ClopperPearson.Limits(ReferenceEvents, ReferenceRows, a / 4),
            ClopperPearson.Limits(CurrentEvents, CurrentRows, a / 4)
        );

    /// <summary>The least a in (0,1] from which a condition that rises with a holds, as margin(a) ≥ 0; 1 if none.</summary>
    private static double LeastLevelAt(Func<double, double> margin)
    {
        if (margin(1) < 0)
        {
            return 1;
        }

        if (margin(LeastLevel) >= 0)
        {
            return 0;
        }

        // Bisection in the logarithm: as exact for a of 1e-12 as for 0.1.
        double low = Math.Log(LeastLevel),
            high = 0;
        while (high - low > 1e-12)
        {
            var middle = (low + high) / 2;
            if (middle <= low || middle >= high)
            {
                break;
            }

            if (margin(Math.Exp(middle)) >= 0)
            {
                high = middle;
            }
            else
            {
                low = middle;
            }
        }

        return Math.Exp(high);
    }
}
