using System.Numerics.Tensors;
using Mlops.Drift.Presets.NumPy;
using Mlops.Statistics.Compute;
using Mlops.Statistics.TwoSample.Categorical;
using Mlops.Statistics.TwoSample.Distribution;

namespace Mlops.Drift.Presets.Frouros;

/// <summary>The batch detectors of frouros 0.9, for single columns.</summary>
/// <remarks>
/// Values must be finite: frouros hands NaN and infinities on to NumPy, where they throw or make NaN. Its Kuiper test is not here: it takes the Kolmogorov-Smirnov statistic, the
/// larger of the two differences, for Kuiper's, which is their sum, and so its p-value is of another test.
/// </remarks>
public static partial class FrourosMethods
{
    private const int Bins = 10;
    private const double SmallestDouble = 2.2250738585072014e-308;
    private const double Epsilon = 2.220446049250313e-16;

    /// <summary><c>PSI</c>: the population stability index on ten equal bins of the range of both, empty ones having the smallest normal double for a share.</summary>
    /// <param name="reference">The reference's values.</param>
    /// <param name="current">The current values.</param>
    /// <remarks>A bin that is empty on one side alone adds about 708 times its share on the other.</remarks>
    public static MethodScore PopulationStability(ReadOnlySpan<double> reference, ReadOnlySpan<double> current) =>
        OfBins(
            reference,
            current,
            (p, q) =>
            {
                var terms = new double[p.Length];
                for (var i = 0; i < terms.Length; i++)
                {
                    double a = p[i] == 0 ? SmallestDouble : p[i],
                        b = q[i] == 0 ? SmallestDouble : q[i];
                    terms[i] = (b - a) * Math.Log(b / a);
                }

                return NumPySum.Of(terms);
            }
        );

    /// <summary><c>HellingerDistance</c>: ‖√p - √q‖ / √2 on ten equal bins of the range of both.</summary>
    /// <param name="reference">The reference's values.</param>
    /// <param name="current">The current values.</param>
    public static MethodScore Hellinger(ReadOnlySpan<double> reference, ReadOnlySpan<double> current) =>
        OfBins(reference, current, (p, q) => Statistics.Divergences.Hellinger.Distance(p, q));

    /// <summary><c>BhattacharyyaDistance</c>: -ln Σ √(p q) on ten equal bins of the range of both, at least 0.</summary>
    /// <param name="reference">The reference's values.</param>
    /// <param name="current">The current values.</param>
    public static MethodScore Bhattacharyya(ReadOnlySpan<double> reference, ReadOnlySpan<double> current) =>
        OfBins(
            reference,
            current,
            (p, q) =>
            {
                var terms = new double[p.Length];
                for (var i = 0; i < terms.Length; i++)
                {
                    terms[i] = Math.Sqrt((p[i] + Epsilon) * (q[i] + Epsilon));
                }

                return Math.Abs(-Math.Log(Math.Clamp(NumPySum.Of(terms), 0, 1)));
            }
        );

    /// <summary><c>HINormalizedComplement</c>: 1 - Σ min(p, q) on ten equal bins of the range of both.</summary>
    /// <param name="reference">The reference's values.</param>
    /// <param name="current">The current values.</param>
    public static MethodScore HistogramIntersectionComplement(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current
    ) =>
        OfBins(
            reference,
            current,
            (p, q) =>
            {
                var terms = new double[p.Length];
                TensorPrimitives.Min(p, q, terms);
                return 1 - NumPySum.Of(terms);
            }
        );

    /// <summary><c>JS</c>: the Jensen-Shannon distance to base e of two histograms read off at ten points.</summary>
    /// <param name="reference">The reference's values.</param>
    /// <param name="current">The current values.</param>
    /// <remarks>Each side has the bins of NumPy's rule <c>auto</c>; their distribution functions, linear within a bin, are read at ten points of the range of both, which gives nine shares.</remarks>
    public static MethodScore JensenShannon(ReadOnlySpan<double> reference, ReadOnlySpan<double> current) =>
        OfProbabilities(reference, current, (p, q) => Statistics.Divergences.JensenShannon.Distance(p, q, Math.E));

    /// <summary><c>KL</c>: the Kullback-Leibler divergence of the current data from the reference, in nats, on the shares of <see cref="JensenShannon"/>.</summary>
    /// <param name="reference">The reference's values.</param>
    /// <param name="current">The current values.</param>
    /// <remarks>Infinite where the reference has no share and the current data have.</remarks>
    public static MethodScore KullbackLeibler(ReadOnlySpan<double> reference, ReadOnlySpan<double> current) =>
        OfProbabilities(
            reference,
            current,
            (p, q) =>
            {
                double sum = 0;
                for (var i = 0; i < p.Length; i++)
                {
                    sum +=
                        q[i] == 0 ? 0
                        : p[i] == 0 ? double.PositiveInfinity
                        : q[i] * Math.Log(q[i] / p[i]);
                }

                return sum;
            }
        );

    /// <summary><c>EMD</c>: the Wasserstein distance in the values' unit.</summary>
    /// <param name="reference">The reference's values.</param>
    /// <param name="current">The current values.</param>
    /// <param name="context">Threads and cancellation; <see langword="null"/> for all threads.</param>
    public static MethodScore EarthMoversDistance(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        ComputeContext? context = null
    ) => Check(reference, current) ?? new(Wasserstein.Measure(reference, current, context).Distance);

    /// <summary><c>KSTest</c>: the two-sided p-value of the Kolmogorov-Smirnov test.</summary>
    /// <param name="reference">The reference's values.</param>
    /// <param name="current">The current values.</param>
    /// <param name="context">Threads and cancellation; <see langword="null"/> for all threads.</param>
    public static MethodScore KolmogorovSmirnov(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        ComputeContext? context = null
    ) =>
        Check(reference, current)
        ?? new(Statistics.TwoSample.Distribution.KolmogorovSmirnov.Test(reference, current, context: context).PValue);

    /// <summary><c>ChiSquareTest</c>: the chi-square test of homogeneity, with Yates' correction of a 2×2 table.</summary>
    /// <param name="referenceCounts">The reference's count of each category that occurs on either side.</param>
    /// <param name="currentCounts">The current counts of the same categories.</param>
    /// <exception cref="ArgumentException">A count is negative, or the lengths differ.</exception>
    public static MethodScore ChiSquare(ReadOnlySpan<long> referenceCounts, ReadOnlySpan<long> currentCounts)
    {
        var test = ChiSquareTest.Homogeneity(referenceCounts, currentCounts, ContinuityCorrection.Yates);
        return test.Status == ResultStatus.Ok ? new(test.PValue)
            : referenceCounts.Length == 1 && referenceCounts[0] > 0 && currentCounts[0] > 0 ? new(1)
            : MethodScore.None(test.Status, "a side or a category without rows, where SciPy throws");
    }

    internal static MethodScore? Check(ReadOnlySpan<double> reference, ReadOnlySpan<double> current) =>
        reference.IsEmpty || current.IsEmpty
            ? MethodScore.None(ResultStatus.Empty, "a side has no values, where frouros throws")
        : !TensorPrimitives.IsFiniteAll(reference) || !TensorPrimitives.IsFiniteAll(current)
            ? MethodScore.None(ResultStatus.Infinite, "values that are not finite, where frouros throws or answers NaN")
        : null;

    private static MethodScore OfBins(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        Func<double[], double[], double> score
    )
    {
        if (Check(reference, current) is { } none)
        {
            return none;
        }

        double minimum = Math.Min(TensorPrimitives.Min(reference), TensorPrimitives.Min(current)),
            maximum = Math.Max(TensorPrimitives.Max(reference), TensorPrimitives.Max(current));
        if (minimum == maximum)
        {
            // Edges that are all the same: NumPy counts every value into the last bin.
            double[] all = [0, 0, 0, 0, 0, 0, 0, 0, 0, 1];
            return MethodScore.Of(score(all, [.. all]));
        }

        var edges = NumPyHistogram.Linspace(minimum, maximum, Bins + 1);
        return MethodScore.Of(
            score(
                NumPyHistogram.Shares(NumPyHistogram.Counts(reference, edges), reference.Length),
                NumPyHistogram.Shares(NumPyHistogram.Counts(current, edges), current.Length)
            )
        );
    }

    private static MethodScore OfProbabilities(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        Func<double[], double[], double> score
    )
    {
        if (Check(reference, current) is { } none)
        {
            return none;
        }

        double minimum = Math.Min(TensorPrimitives.Min(reference), TensorPrimitives.Min(current)),
            maximum = Math.Max(TensorPrimitives.Max(reference), TensorPrimitives.Max(current));
        var points = NumPyHistogram.Linspace(minimum, maximum, Bins);
        double[] p = HistogramFunction.Increments(reference, points),
            q = HistogramFunction.Increments(current, points);
        return p.Sum() > 0 && q.Sum() > 0
            ? MethodScore.Of(score(p, q))
            : MethodScore.None(ResultStatus.Constant, "all values are the same, where frouros answers NaN or 0");
    }
}
