using Mlops.Statistics.Compute;
using Mlops.Statistics.Quantiles;
using Mlops.Statistics.Randomness;
using Mlops.Statistics.Ranking;

namespace Mlops.Drift.Attribution;

/// <summary>Draws the rows of both sides anew, and says how far agreement and shares vary.</summary>
internal sealed class AttributionBootstrap
{
    private const int Pieces = 64;

    private readonly double[] _agreement;
    private readonly double[][] _shareChange;
    private readonly double _level;

    private AttributionBootstrap(double[] agreement, double[][] shareChange, double level)
    {
        (_agreement, _shareChange, _level) = (agreement, shareChange, level);
        Array.Sort(agreement);
        foreach (var changes in shareChange)
        {
            Array.Sort(changes);
        }
    }

    public static AttributionBootstrap Run(
        AttributionRows reference,
        AttributionRows current,
        AttributionDriftOptions options,
        ComputeContext? context
    )
    {
        var agreement = new double[options.Replicates];
        double[][] changes = [.. Enumerable.Range(0, reference.Features).Select(_ => new double[options.Replicates])];
        ParallelPieces.For(
            Pieces,
            context,
            (piece, _) =>
            {
                for (var r = piece; r < options.Replicates; r += Pieces)
                {
                    var random = new Philox(options.Seed, (ulong)r);
                    double[] a = Draw(reference, random),
                        b = Draw(current, random);
                    agreement[r] = DiscountedGain.Of(a, b).Normalized;
                    var (from, to) = (a.Sum(), b.Sum());
                    for (var j = 0; j < a.Length; j++)
                    {
                        changes[j][r] = (b[j] / to) - (a[j] / from);
                    }
                }
            }
        );
        return new AttributionBootstrap(agreement, changes, options.ConfidenceLevel);
    }

    /// <summary>The interval of the agreement: the hull of the percentile interval and of its mirror image about the estimate.</summary>
    /// <remarks>
    /// Noise in the rows only lowers NDCG, so that the percentile interval lies too low where rankings agree; its mirror image makes up for
    /// that, and lies too high elsewhere. Whichever is right, the hull holds it, and nothing is called sooner.
    /// </remarks>
    public ConfidenceInterval Agreement(double estimate)
    {
        var (lower, upper) = Percentiles(_agreement);
        return new(
            Math.Max(0, Math.Min(lower, (2 * estimate) - upper)),
            Math.Min(1, Math.Max(upper, (2 * estimate) - lower)),
            _level
        );
    }

    public ConfidenceInterval ShareChange(int feature)
    {
        var (lower, upper) = Percentiles(_shareChange[feature]);
        return new(lower, upper, _level);
    }

    private (double Lower, double Upper) Percentiles(double[] sorted) =>
        double.IsNaN(sorted[0])
            ? (double.NaN, double.NaN)
            : (
                InterpolatedQuantile.OfSorted(sorted, (1 - _level) / 2),
                InterpolatedQuantile.OfSorted(sorted, (1 + _level) / 2)
            );

    private static double[] Draw(AttributionRows rows, Philox random)
    {
        var drawn = new int[rows.Groups];
        for (var i = 0; i < drawn.Length; i++)
        {
            drawn[i] = (int)random.NextBelow((uint)drawn.Length);
        }

        return rows.Mean(drawn);
    }
}
