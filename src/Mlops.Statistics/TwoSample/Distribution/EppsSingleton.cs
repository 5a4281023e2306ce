using Mlops.Statistics.Compute;
using Mlops.Statistics.Distributions;
using Mlops.Statistics.Quantiles;
using Mlops.Statistics.Sorting;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>The two-sample test of Epps and Singleton: are the characteristic functions of two samples the same?</summary>
/// <remarks>
/// <para>Null: both distributions are the same. Alternative: their characteristic functions differ at the points asked about. With g(x) = (cos t x / σ, sin t x / σ)
/// for every point t, σ half the pooled interquartile range (linear interpolation), and S_x, S_y the covariances of g with divisors n and m, the statistic is
/// W = (n + m) d' C⁺ d, d the difference of the means of g and C⁺ the pseudoinverse of (n + m) (S_x / n + S_y / m). With fewer than 25 values on both sides it is
/// divided by 1 + (n + m)^(-0.45) + 10.1 (n^(-1.7) + m^(-1.7)). The p-value is that of a chi-square with the rank of C as its degrees of freedom.</para>
/// <para>The distributions may be discrete, and ties are no matter, which tests of distribution functions can't say. Eigenvalues below 1e-14 of the largest are
/// rounding, not rank (SciPy has 1e-15). At least 5 values a side. NaN is refused, infinite values have a status, as has an interquartile range of 0; -0.0 equals
/// 0.0. O(n + m) and the sorting; the same bits at any number of threads. Epps and Singleton (1986), "An omnibus test for the two-sample problem using the
/// empirical characteristic function"; Goerg and Kaiser (2009).</para>
/// </remarks>
public static class EppsSingleton
{
    private const int LeastCount = 5;
    private const int LeastLargeCount = 25;
    private const double RankTolerance = 1e-14;

    /// <summary>Tests two samples in any order.</summary>
    /// <param name="reference">The reference's values; no NaN. They stay as they are.</param>
    /// <param name="current">The current values; no NaN. They stay as they are.</param>
    /// <param name="options">What is asked; <see langword="null"/> for the defaults.</param>
    /// <param name="context">Where and with how many threads; <see langword="null"/> for the CPU and all of them.</param>
    /// <returns>The test; samples that can't answer have a status.</returns>
    /// <exception cref="ArgumentException">A value is NaN.</exception>
    public static EppsSingletonResult Test(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        EppsSingletonOptions? options = null,
        ComputeContext? context = null
    )
    {
        SampleChecks.ThrowIfNaN(reference, nameof(reference));
        SampleChecks.ThrowIfNaN(current, nameof(current));
        options ??= EppsSingletonOptions.Default;
        context ??= ComputeContext.Default;
        var (status, scale) = Scale(reference, current, context);
        double statistic = double.NaN,
            pValue = double.NaN;
        var rank = 0;
        if (status == ResultStatus.Ok)
        {
            (statistic, rank) = Statistic(reference, current, scale, options, context);
            status = rank > 0 && double.IsFinite(statistic) ? ResultStatus.Ok : ResultStatus.Undefined;
            (statistic, pValue, rank) =
                status == ResultStatus.Ok
                    ? (statistic, ChiSquare.Survival(statistic, rank), rank)
                    : (double.NaN, double.NaN, 0);
        }

        return new EppsSingletonResult
        {
            Status = status,
            Statistic = statistic,
            PValue = pValue,
            DegreesOfFreedom = rank,
            Scale = scale,
            ReferenceCount = reference.Length,
            CurrentCount = current.Length,
            Options = options,
        };
    }

    private static (ResultStatus Status, double Scale) Scale(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        ComputeContext context
    )
    {
        if (reference.IsEmpty || current.IsEmpty)
        {
            return (ResultStatus.Empty, double.NaN);
        }

        if (Math.Min(reference.Length, current.Length) < LeastCount)
        {
            return (ResultStatus.TooFewRows, double.NaN);
        }

        using var first = new PooledSortedCopy(reference, context);
        using var second = new PooledSortedCopy(current, context);
        var status = WassersteinSummary.StatusOf(first.Values, second.Values);
        if (status != ResultStatus.Ok)
        {
            return (status, double.NaN);
        }

        if (first.Values[0] == second.Values[^1] && first.Values[^1] == second.Values[0])
        {
            return (ResultStatus.Constant, 0);
        }

        var quartiles = new MergedQuantiles(first.Values, second.Values);
        var scale = (quartiles.At(0.75) - quartiles.At(0.25)) / 2;
        return (scale > 0 && double.IsFinite(scale) ? ResultStatus.Ok : ResultStatus.Undefined, scale);
    }

    private static (double Statistic, int Rank) Statistic(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        double scale,
        EppsSingletonOptions options,
        ComputeContext context
    )
    {
        double[] points = [.. options.Points.Select(point => point / scale)];
        CharacteristicMoments first = CharacteristicMoments.Of(reference, points, context),
            second = CharacteristicMoments.Of(current, points, context);
        double n = first.Count,
            m = second.Count,
            total = n + m;
        var functions = first.Means.Length;
        var covariance = new double[functions, functions];
        var difference = new double[functions];
        for (var a = 0; a < functions; a++)
        {
            difference[a] = first.Means[a] - second.Means[a];
            for (var b = a; b < functions; b++)
            {
                covariance[a, b] = (total / n * (first.Products[a, b] / n)) + (total / m * (second.Products[a, b] / m));
            }
        }

        var (form, rank) = SymmetricPseudoinverse.QuadraticForm(covariance, difference, RankTolerance);
        var divisor =
            Math.Max(n, m) < LeastLargeCount
                ? 1 + Math.Pow(total, -0.45) + (10.1 * (Math.Pow(n, -1.7) + Math.Pow(m, -1.7)))
                : 1;
        return (total * form / divisor, rank);
    }

    /// <summary>Quantiles of type 7 of two sorted samples together, without merging them.</summary>
    private readonly ref struct MergedQuantiles(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        private readonly ReadOnlySpan<double> _first = first;
        private readonly ReadOnlySpan<double> _second = second;

        internal double At(double probability)
        {
            var count = (long)_first.Length + _second.Length;
            var rank = (count - 1) * probability;
            var below = (long)rank;
            Span<double> neighbours = [OrderStatistic(below), OrderStatistic(Math.Min(below + 1, count - 1))];
            return InterpolatedQuantile.OfSorted(neighbours, rank - below);
        }

        private double OrderStatistic(long rank)
        {
            long low = Math.Max(0, rank - _second.Length),
                high = Math.Min(_first.Length, rank);
            while (low < high)
            {
                // So many of the first sample lie before the one that is looked for.
                var taken = low + ((high - low) / 2);
                if (_first[(int)taken] < _second[(int)(rank - taken - 1)])
                {
                    low = taken + 1;
                }
                else
                {
                    high = taken;
                }
            }

            var x = low < _first.Length ? _first[(int)low] : double.PositiveInfinity;
            var y = rank - low < _second.Length ? _second[(int)(rank - low)] : double.PositiveInfinity;
            return Math.Min(x, y);
        }
    }
}
