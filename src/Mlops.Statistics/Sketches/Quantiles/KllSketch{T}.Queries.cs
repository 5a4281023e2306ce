using Mlops.Statistics.Histograms;
using Mlops.Statistics.Quantiles;

namespace Mlops.Statistics.Sketches.Quantiles;

public sealed partial class KllSketch<T>
{
    /// <summary>Whether every answer is exact: nothing was compacted yet, or what was dropped was equal to what was kept.</summary>
    public bool IsExact => Levels.IsLossless;

    /// <summary>A bound on the variance of the error of <see cref="CumulativeShare"/> for one value, and of one of <see cref="Shares"/>.</summary>
    /// <remarks>V / n² with V = Σ 4^level over all compactions, over the coins, for whatever data; 0 where <see cref="IsExact"/>.</remarks>
    public double RankVarianceBound => IsExact ? 0 : (double)Levels.Variance / Count / Count;

    /// <summary>How far the share of values up to one fixed value may be from the true one.</summary>
    /// <param name="confidence">The probability of that, in (0,1).</param>
    /// <returns>√(2 ln(2 / (1 - confidence)) V) / n, at most 1; 0 where <see cref="IsExact"/>. It holds for one share of <see cref="Shares"/> too.</returns>
    /// <remarks>What was compacted so far is in it, so it is often below what the size promises. Reference: Azuma (1967); Hoeffding (1963).</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> is outside (0,1) or NaN.</exception>
    public SketchError RankError(double confidence = 0.99)
    {
        ThrowIfNotConfidence(confidence);
        return new SketchError(IsExact ? 0 : KllErrorBound.OfOne(RankVarianceBound, confidence), confidence);
    }

    /// <summary>How far the share of values up to any value, all at once, may be from the true one: a bound on the Kolmogorov distance.</summary>
    /// <param name="confidence">The probability of that, in (0,1).</param>
    /// <returns>The bound, at most 1; 0 where <see cref="IsExact"/>.</returns>
    /// <remarks>
    /// The least over M of √(2 ln(4(M - 1) / (1 - confidence)) V) / n + 1 / M: a union bound over the ranks just below and at each of the
    /// data's M-quantiles, between which the distribution rises by less than 1 / M (Karnin, Lang and Liberty 2016, section 2).
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> is outside (0,1) or NaN.</exception>
    public SketchError UniformRankError(double confidence = 0.99)
    {
        ThrowIfNotConfidence(confidence);
        return new SketchError(IsExact ? 0 : KllErrorBound.OfAll(RankVarianceBound, Count, confidence), confidence);
    }

    /// <summary>The quantile of type 1: the smallest item up to which the share of values is at least p.</summary>
    /// <param name="probability">The probability p, in [0,1].</param>
    /// <returns>One of the values; for 0 the least and for 1 the greatest; NaN when there are none.</returns>
    /// <remarks>Exactly <see cref="EmpiricalQuantile"/> where <see cref="IsExact"/>; otherwise a value whose true rank is within the rank error of p.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is outside [0,1] or NaN.</exception>
    public T Quantile(double probability)
    {
        ThrowIfNotProbability(probability, nameof(probability));
        return View().Quantile(probability, Minimum, Maximum);
    }

    /// <summary>Quantiles of type 1, in one pass.</summary>
    /// <param name="probabilities">The probabilities, each in [0,1], in any order.</param>
    /// <param name="destination">Where the quantiles go, as many.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A probability is outside [0,1] or NaN; nothing is written.</exception>
    public void Quantiles(ReadOnlySpan<double> probabilities, Span<T> destination)
    {
        ThrowIfLengthsDiffer(probabilities.Length, destination.Length, nameof(destination));
        for (var i = 0; i < probabilities.Length; i++)
        {
            ThrowIfNotProbability(probabilities[i], $"{nameof(probabilities)}[{i}]");
        }

        var (view, minimum, maximum) = (View(), Minimum, Maximum);
        for (var i = 0; i < probabilities.Length; i++)
        {
            destination[i] = view.Quantile(probabilities[i], minimum, maximum);
        }
    }

    /// <summary>The share of values that are at most <paramref name="value"/>: the empirical distribution function.</summary>
    /// <param name="value">Any value but NaN.</param>
    /// <returns>In [0,1], within <see cref="RankError"/>; 0 below the least value, 1 from the greatest on; NaN when there are no values.</returns>
    /// <exception cref="ArgumentException"><paramref name="value"/> is NaN.</exception>
    public double CumulativeShare(T value)
    {
        if (T.IsNaN(value))
        {
            throw new ArgumentException("NaN has no rank; missing values are in MissingCount.", nameof(value));
        }

        return Count == 0 ? double.NaN : View().CumulativeCount(value) / (double)Count;
    }

    /// <summary>The shares of values in bins: bin i holds edge[i-1] &lt; x ≤ edge[i]; the first and last bins are open-ended.</summary>
    /// <param name="edges">The inner edges, strictly ascending, no NaN; none for a single bin.</param>
    /// <param name="shares">Where the shares go: one more than edges. NaN when there are no values.</param>
    /// <remarks>Each is within <see cref="RankError"/>. The bins are those of <see cref="HistogramDefinition"/>.</remarks>
    /// <exception cref="ArgumentException">An edge is NaN or not above the one before it, or the lengths do not match.</exception>
    public void Shares(ReadOnlySpan<T> edges, Span<double> shares)
    {
        ThrowIfLengthsDiffer(edges.Length + 1, shares.Length, nameof(shares));
        HistogramEdges.ThrowIfInvalid(edges);
        var view = View();
        var below = 0L;
        for (var i = 0; i < shares.Length; i++)
        {
            var upTo = i < edges.Length ? view.CumulativeCount(edges[i]) : Count;
            shares[i] = Count == 0 ? double.NaN : (upTo - below) / (double)Count;
            below = upTo;
        }
    }

    /// <summary>The items in ascending order, each with the number of values that it stands for.</summary>
    /// <returns>New arrays of one length: distinct values, and weights of at least 1 whose sum is exactly <see cref="Count"/>.</returns>
    public (T[] Values, long[] Weights) ToWeighted() => View().ToWeighted();

    /// <summary>The view of the present items. Every value taken in raises the count, so a view of another count is an old one.</summary>
    private KllView<T> View()
    {
        var view = _view;
        if (view is null || view.Count != Count)
        {
            _view = view = new KllView<T>(Levels);
        }

        return view;
    }

    private static void ThrowIfLengthsDiffer(int expected, int actual, string parameterName)
    {
        if (actual != expected)
        {
            throw new ArgumentException(
                $"{parameterName} has {actual} elements; {expected} are needed.",
                parameterName
            );
        }
    }

    private static void ThrowIfNotProbability(double probability, string parameterName)
    {
        if (!(probability >= 0 && probability <= 1))
        {
            throw new ArgumentOutOfRangeException(parameterName, probability, "A probability is in [0,1].");
        }
    }

    private static void ThrowIfNotConfidence(double confidence)
    {
        if (!(confidence > 0 && confidence < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A confidence is in (0,1).");
        }
    }
}
