using Mlops.Statistics.Distributions;

namespace Mlops.Statistics.Stratified;

/// <summary>The decomposition of Kitagawa, Oaxaca and Blinder: how much of a change of a mean comes of the groups' shares, how much of their means?</summary>
/// <remarks>
/// <para>With shares w and v, and means μ and ν, of the reference and now: ν̄ - μ̄ = Σ (v - w) (μ + ν) / 2 + Σ (v + w) / 2 · (ν - μ), exactly.
/// The first sum is the composition part, the second the part within groups; neither side is preferred, so that exchanging the
/// sides changes the sign of both and nothing else. Of a group that only one side has, all is composition.</para>
/// <para>Standard errors are those of the delta method for independent rows whose groups are random: the variance of each row's influence on
/// a part. O(groups). Kitagawa (1955), "Components of a difference between two rates"; Oaxaca (1973); Blinder (1973).</para>
/// </remarks>
public static class KitagawaDecomposition
{
    /// <summary>Decomposes a change of the mean.</summary>
    /// <param name="reference">The reference's groups.</param>
    /// <param name="current">The same groups now.</param>
    /// <param name="confidenceLevel">The two-sided level of the intervals, in (0,1).</param>
    /// <exception cref="ArgumentException">The lengths differ, or a count is negative.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not in (0,1).</exception>
    public static KitagawaResult Decompose(
        ReadOnlySpan<GroupMoments> reference,
        ReadOnlySpan<GroupMoments> current,
        double confidenceLevel = 0.90
    )
    {
        if (!(confidenceLevel is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(confidenceLevel),
                confidenceLevel,
                "The level must lie in (0,1)."
            );
        }

        if (reference.Length != current.Length)
        {
            throw new ArgumentException(
                $"'{nameof(current)}' has {current.Length} groups and '{nameof(reference)}' {reference.Length}; they must be the same groups.",
                nameof(current)
            );
        }

        var (a, b) = (new KitagawaSide(reference, nameof(reference)), new KitagawaSide(current, nameof(current)));
        var (composition, within, change) = (new PartSum(), new PartSum(), new PartSum());
        var centre = (a.Mean + b.Mean) / 2;
        var groups = new KitagawaGroup[reference.Length];
        for (var g = 0; g < groups.Length; g++)
        {
            double w = a.Share(g),
                v = b.Share(g),
                mu = w > 0 ? a.MeanOf(g) : b.MeanOf(g),
                nu = v > 0 ? b.MeanOf(g) : a.MeanOf(g),
                middle = w + v > 0 ? ((mu + nu) / 2) - centre : 0,
                moved = w + v > 0 ? nu - mu : 0,
                shift = v - w,
                weight = w > 0 && v > 0 ? (v + w) / 2 : 0;
            // The mean of a group that one side alone has is taken for both, so that it counts twice there.
            double half = w > 0 && v > 0 ? 0.5 : 1;
            groups[g] = new KitagawaGroup(w, v, a.MeanOf(g), b.MeanOf(g), shift * middle, weight * moved);
            composition.Add(shift * middle);
            composition.AddReference(w, -middle, shift * half, a.Variance(g));
            composition.AddCurrent(v, middle, shift * half, b.Variance(g));
            within.Add(weight * moved);
            within.AddReference(w, moved / 2, -weight, a.Variance(g));
            within.AddCurrent(v, moved / 2, weight, b.Variance(g));
            change.AddReference(w, a.MeanOf(g) - centre, w, a.Variance(g));
            change.AddCurrent(v, b.MeanOf(g) - centre, v, b.Variance(g));
        }

        change.Add(b.Mean - a.Mean);
        return new KitagawaResult
        {
            Status = Status(a, b),
            ReferenceMean = a.Mean,
            CurrentMean = b.Mean,
            Change = change.ToPart(a.Count, b.Count, confidenceLevel),
            Composition = composition.ToPart(a.Count, b.Count, confidenceLevel),
            Within = within.ToPart(a.Count, b.Count, confidenceLevel),
            Groups = groups,
        };
    }

    private static ResultStatus Status(KitagawaSide a, KitagawaSide b) =>
        a.Count == 0 || b.Count == 0 ? ResultStatus.Empty
        : !double.IsFinite(a.Mean) || !double.IsFinite(b.Mean) ? ResultStatus.Infinite
        : a.Count == 1 || b.Count == 1 ? ResultStatus.TooFewRows
        : ResultStatus.Ok;

    /// <summary>A part and the moments of the rows' influences on it.</summary>
    private sealed class PartSum
    {
        private double _estimate;
        private Influence _reference;
        private Influence _current;

        public void Add(double part) => _estimate += part;

        public void AddReference(double share, double ofShare, double ofMean, double variance) =>
            _reference = _reference.With(share, ofShare, ofMean, variance);

        public void AddCurrent(double share, double ofShare, double ofMean, double variance) =>
            _current = _current.With(share, ofShare, ofMean, variance);

        public DecomposedPart ToPart(long n, long m, double level)
        {
            var error = n > 1 && m > 1 ? Math.Sqrt((_reference.Variance / n) + (_current.Variance / m)) : double.NaN;
            var estimate = n == 0 || m == 0 ? double.NaN : _estimate;
            var margin = -Normal.Quantile((1 - level) / 2) * error;
            var p =
                error == 0 ? (estimate == 0 ? 1 : 0)
                : double.IsFinite(estimate / error) ? Math.Min(1, 2 * Normal.Survival(Math.Abs(estimate / error)))
                : double.NaN;
            return new(estimate, error, new ConfidenceInterval(estimate - margin, estimate + margin, level), p);
        }
    }

    private readonly record struct Influence(double Square, double Mean, double Within)
    {
        /// <summary>The variance over rows: between groups that of the effect of a share, within them that of the effect of a mean.</summary>
        public double Variance => Math.Max(0, Square - (Mean * Mean)) + Within;

        public Influence With(double share, double ofShare, double ofMean, double variance) =>
            share == 0
                ? this
                : new(
                    Square + (share * ofShare * ofShare),
                    Mean + (share * ofShare),
                    Within + (ofMean * ofMean / share * variance)
                );
    }
}
