using Mlops.Statistics.Distributions;
using Mlops.Statistics.Divergences;
using Mlops.Statistics.Equivalence;

namespace Mlops.Statistics.Stratified;

/// <summary>Asks of classes within strata what <see cref="EquivalenceTest"/> asks of bins: is the change, given the stratum, surely larger than a bound, or surely smaller?</summary>
/// <remarks>
/// <para>By the chain rule of divergences the squared Jensen-Shannon distance of (stratum, class) is that of the strata alone plus
/// θ² = Σ_h (P_h KL(p_h ‖ w_h) + Q_h KL(q_h ‖ w_h)) / 2, where P and Q are the shares of stratum h, p_h and q_h those of the classes
/// within, and w_h = (P_h p_h + Q_h q_h) / (P_h + Q_h). So θ is the part of the change that the strata do not account for.</para>
/// <para>X = 8 ln2 N θ² with N = n m / (n + m) is approximately Σ r_h χ²(K_h - 1) plus its noncentrality L = 8 ln2 N δ², where K_h are the
/// classes of a stratum and r_h = 2 N_h / ((n + m) (n_h / n + m_h / m)) is 1 where the strata are as frequent on both sides, or both
/// sides as large. It is referred to a scaled noncentral chi-square distribution of the same mean and variance (Satterthwaite 1946).</para>
/// <para>Within a stratum, rare classes are pooled until at least 5 rows are expected of each on the smaller side; one that is left with a single
/// class is the same on both sides. Strata with fewer than 5 rows of a side can't be compared and count for nothing; the result says which
/// share of the rows the others hold. O(strata · classes log classes).</para>
/// </remarks>
public static class ConditionalEquivalence
{
    /// <summary>The rows of each side that a stratum needs to be compared.</summary>
    public const int LeastRows = 5;

    /// <summary>Compares counts of classes within strata.</summary>
    /// <param name="reference">The reference's counts: the classes of the first stratum, then those of the second, and so on.</param>
    /// <param name="current">The current counts, likewise.</param>
    /// <param name="classes">The number of classes, at least 1.</param>
    /// <param name="options">What is asked; <see langword="null"/> for the defaults. The alternative must be two-sided.</param>
    /// <exception cref="ArgumentException">A count is negative, the lengths do not fit, or an increase is asked.</exception>
    public static ConditionalEquivalenceResult Evaluate(
        ReadOnlySpan<long> reference,
        ReadOnlySpan<long> current,
        int classes,
        EquivalenceOptions? options = null
    )
    {
        options ??= new EquivalenceOptions();
        if (options.Alternative != EquivalenceAlternative.TwoSided)
        {
            throw new ArgumentException("A conditional change has no direction; ask two-sided.", nameof(options));
        }

        var counts = new StratifiedCounts(reference, current, classes);
        double n = counts.ReferenceTotal,
            m = counts.CurrentTotal;
        var result = Unanswered(options) with
        {
            EffectiveSize = n == 0 || m == 0 ? 0 : n / (n + m) * m / options.DesignEffect,
        };
        if (n == 0 || m == 0)
        {
            return result with { Status = ResultStatus.Empty };
        }

        var sum = Sum(counts);
        var marginal = MarginalEffect(counts);
        result = result with
        {
            MarginalEffect = marginal,
            ComparedStrata = sum.Strata,
            ComparedReferenceShare = sum.ReferenceRows / n,
            ComparedCurrentShare = sum.CurrentRows / m,
        };
        return sum.Scale == 0
            ? result
            : Judge(
                result with
                {
                    Status = ResultStatus.Ok,
                    Effect = Math.Sqrt(sum.Divergence),
                    JointEffect = Math.Min(1, Math.Sqrt((marginal * marginal) + sum.Divergence)),
                },
                sum
            );
    }

    private static ConditionalEquivalenceResult Judge(ConditionalEquivalenceResult result, ConditionalSum sum)
    {
        var options = result.Options;
        double scale = sum.SquaredScale / sum.Scale,
            degrees = sum.Scale * sum.Scale / sum.SquaredScale,
            unit = EquivalenceTest.Unit(result.EffectiveSize) / scale,
            x = unit * sum.Divergence,
            tail = (1 - options.ConfidenceLevel) / 2;
        var (same, drift) = NoncentralChiSquare.Tails(x, degrees, unit * options.Bound * options.Bound);
        return result with
        {
            DegreesOfFreedom = degrees,
            DriftPValue = drift,
            SamePValue = same,
            DetectionPValue = ChiSquare.Survival(x, degrees),
            Interval = new ConfidenceInterval(
                Distance(NoncentralChiSquare.Noncentrality(x, degrees, 1 - tail), unit),
                Distance(NoncentralChiSquare.Noncentrality(x, degrees, tail), unit),
                options.ConfidenceLevel
            ),
        };
    }

    private static ConditionalSum Sum(StratifiedCounts counts)
    {
        double n = counts.ReferenceTotal,
            m = counts.CurrentTotal;
        var sum = default(ConditionalSum);
        for (var h = 0; h < counts.Strata; h++)
        {
            var (a, b) = Pooled(counts.Reference(h), counts.Current(h));
            if (Math.Min(a.Sum(), b.Sum()) < LeastRows)
            {
                continue;
            }

            double rows = a.Sum(),
                currentRows = b.Sum(),
                p = rows / n,
                q = currentRows / m,
                scale = 2 * (rows + currentRows) / ((n + m) * (p + q));
            sum.Divergence += (Divergence(a, n, b, m, p + q) + Divergence(b, m, a, n, p + q)) / 2;
            sum.Scale += scale * (a.Length - 1);
            sum.SquaredScale += scale * scale * (a.Length - 1);
            (sum.ReferenceRows, sum.CurrentRows, sum.Strata) = (
                sum.ReferenceRows + rows,
                sum.CurrentRows + currentRows,
                sum.Strata + 1
            );
        }

        sum.Divergence = Math.Max(0, sum.Divergence);
        return sum;
    }

    // P_h KL(p_h || w_h) in bits; shares of the whole side are P_h p_h, so that w_h is the sum of both over P_h + Q_h.
    private static double Divergence(long[] counts, double total, long[] others, double otherTotal, double shares)
    {
        double sum = 0,
            rows = counts.Sum();
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] > 0)
            {
                var mixed = ((counts[i] / total) + (others[i] / otherTotal)) / shares;
                sum += counts[i] / total * Math.Log2(counts[i] / rows / mixed);
            }
        }

        return sum;
    }

    private static (long[] Reference, long[] Current) Pooled(ReadOnlySpan<long> reference, ReadOnlySpan<long> current)
    {
        if (StratifiedCounts.Total(reference) == 0 || StratifiedCounts.Total(current) == 0)
        {
            return ([], []);
        }

        var groups = BinPooling.Unordered(reference, current);
        return (BinPooling.Sum(reference, groups), BinPooling.Sum(current, groups));
    }

    private static double MarginalEffect(StratifiedCounts counts)
    {
        long[] reference = new long[counts.Strata],
            current = new long[counts.Strata];
        for (var h = 0; h < counts.Strata; h++)
        {
            reference[h] = StratifiedCounts.Total(counts.Reference(h));
            current[h] = StratifiedCounts.Total(counts.Current(h));
        }

        return JensenShannon.Distance(reference, current);
    }

    private static double Distance(double noncentrality, double unit) => Math.Min(1, Math.Sqrt(noncentrality / unit));

    private static ConditionalEquivalenceResult Unanswered(EquivalenceOptions options) =>
        new()
        {
            Status = ResultStatus.Undefined,
            MarginalEffect = double.NaN,
            Effect = double.NaN,
            JointEffect = double.NaN,
            Interval = new ConfidenceInterval(double.NaN, double.NaN, options.ConfidenceLevel),
            DriftPValue = double.NaN,
            SamePValue = double.NaN,
            DetectionPValue = double.NaN,
            EffectiveSize = 0,
            DegreesOfFreedom = 0,
            ComparedStrata = 0,
            ComparedReferenceShare = 0,
            ComparedCurrentShare = 0,
            Options = options,
        };

    private record struct ConditionalSum
    {
        public double Divergence { get; set; }
        public double Scale { get; set; }
        public double SquaredScale { get; set; }
        public double ReferenceRows { get; set; }
        public double CurrentRows { get; set; }
        public int Strata { get; set; }
    }
}
