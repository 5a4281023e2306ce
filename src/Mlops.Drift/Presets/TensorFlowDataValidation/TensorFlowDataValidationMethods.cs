namespace Mlops.Drift.Presets.TensorFlowDataValidation;

/// <summary>The comparators of TensorFlow Data Validation 1.21.</summary>
public static class TensorFlowDataValidationMethods
{
    /// <summary><c>jensen_shannon_divergence</c> of two histograms: the divergence (not its root, the distance) to base 2, at most 1.</summary>
    /// <param name="reference">The reference's buckets, ascending.</param>
    /// <param name="current">The current buckets, ascending.</param>
    /// <param name="referenceNaN">How many values of the reference are NaN.</param>
    /// <param name="currentNaN">How many current values are NaN.</param>
    /// <remarks>
    /// The mass of a bucket is taken to lie evenly between its ends, and both sides are cut at the ends of either. A point mass stays one, and meets only
    /// the same point on the other side. Infinite buckets never meet, nor does NaN: two equal histograms with NaN are different.
    /// </remarks>
    public static MethodScore JensenShannonDivergence(
        ReadOnlySpan<HistogramBucket> reference,
        ReadOnlySpan<HistogramBucket> current,
        double referenceNaN = 0,
        double currentNaN = 0
    )
    {
        double[] edges =
        [
            .. Inner(reference)
                .Concat(Inner(current))
                .SelectMany(bucket => new[] { bucket.Low, bucket.High })
                .Distinct()
                .Order(),
        ];
        double[] points =
        [
            .. Points(reference).Concat(Points(current)).Select(bucket => bucket.Low).Distinct().Order(),
        ];
        List<double> p = [.. Aligned(reference, edges), .. Masses(reference, points)];
        List<double> q = [.. Aligned(current, edges), .. Masses(current, points)];
        p.AddRange([Infinite(reference), 0, referenceNaN, 0]);
        q.AddRange([0, Infinite(current), 0, currentNaN]);
        return Divergence(p, q);
    }

    /// <summary><c>jensen_shannon_divergence</c> of two tables of counts: the divergence to base 2, at most 1.</summary>
    /// <param name="reference">The reference's count of each text.</param>
    /// <param name="current">The current counts.</param>
    public static MethodScore JensenShannonDivergence(
        IReadOnlyDictionary<string, double> reference,
        IReadOnlyDictionary<string, double> current
    )
    {
        var (p, q) = Both(reference, current);
        return reference.Values.Concat(current.Values).Any(count => !(count > 0))
            ? MethodScore.None(ResultStatus.Undefined, "a count is not positive, where TFDV has an error")
            : Divergence(p, q);
    }

    /// <summary><c>infinity_norm</c>: the largest difference of a text's shares; 0 for two empty tables.</summary>
    /// <param name="reference">The reference's count of each text.</param>
    /// <param name="current">The current counts.</param>
    public static MethodScore LInfinity(
        IReadOnlyDictionary<string, double> reference,
        IReadOnlyDictionary<string, double> current
    )
    {
        var (p, q) = Both(reference, current);
        return Largest(p, Scale(p.Sum()), q, Scale(q.Sum()));
    }

    /// <summary><c>normalized_abs_difference</c>: the largest difference of a text's counts, over all counts of both sides.</summary>
    /// <param name="reference">The reference's count of each text.</param>
    /// <param name="current">The current counts.</param>
    /// <remarks>It grows with the difference of the numbers of rows: for the same shares at ten times the rows it is far from 0.</remarks>
    public static MethodScore NormalizedAbsoluteDifference(
        IReadOnlyDictionary<string, double> reference,
        IReadOnlyDictionary<string, double> current
    )
    {
        var (p, q) = Both(reference, current);
        var scale = Scale(p.Sum() + q.Sum());
        return Largest(p, scale, q, scale);
    }

    private static MethodScore Divergence(List<double> p, List<double> q)
    {
        double n = p.Sum(),
            m = q.Sum();
        if (n == 0 || m == 0)
        {
            return MethodScore.None(ResultStatus.Empty, "a side has no values, where TFDV has an error");
        }

        double sum = 0;
        for (var i = 0; i < p.Count; i++)
        {
            double a = p[i] / n,
                b = q[i] / m,
                middle = (a + b) / 2;
            sum += (a > 0 ? a * Math.Log2(a / middle) : 0) + (b > 0 ? b * Math.Log2(b / middle) : 0);
        }

        return new(Math.Clamp(sum / 2, 0, 1));
    }

    private static MethodScore Largest(List<double> p, double scaleOfP, List<double> q, double scaleOfQ)
    {
        double largest = 0;
        for (var i = 0; i < p.Count; i++)
        {
            largest = Math.Max(largest, Math.Abs((p[i] / scaleOfP) - (q[i] / scaleOfQ)));
        }

        return new(largest);
    }

    private static double Scale(double total) => total == 0 ? 1 : total;

    private static (List<double> Reference, List<double> Current) Both(
        IReadOnlyDictionary<string, double> reference,
        IReadOnlyDictionary<string, double> current
    )
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(current);
        string[] texts = [.. reference.Keys.Union(current.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return (
            [.. texts.Select(text => reference.GetValueOrDefault(text))],
            [.. texts.Select(text => current.GetValueOrDefault(text))]
        );
    }

    private static List<HistogramBucket> Inner(ReadOnlySpan<HistogramBucket> buckets) =>
        [.. buckets.ToArray().Where(bucket => IsFinite(bucket) && bucket.Low != bucket.High)];

    private static List<HistogramBucket> Points(ReadOnlySpan<HistogramBucket> buckets) =>
        [.. buckets.ToArray().Where(bucket => IsFinite(bucket) && bucket.Low == bucket.High)];

    private static double Infinite(ReadOnlySpan<HistogramBucket> buckets) =>
        buckets.ToArray().Where(bucket => !IsFinite(bucket)).Sum(bucket => bucket.Count);

    private static bool IsFinite(HistogramBucket bucket) => double.IsFinite(bucket.Low) && double.IsFinite(bucket.High);

    private static double[] Aligned(ReadOnlySpan<HistogramBucket> buckets, double[] edges)
    {
        var masses = new double[Math.Max(0, edges.Length - 1)];
        foreach (var bucket in Inner(buckets))
        {
            var i = Array.BinarySearch(edges, bucket.Low);
            for (; edges[i] < bucket.High; i++)
            {
                masses[i] += (edges[i + 1] - edges[i]) / (bucket.High - bucket.Low) * bucket.Count;
            }
        }

        return masses;
    }

    private static double[] Masses(ReadOnlySpan<HistogramBucket> buckets, double[] points)
    {
        var masses = new double[points.Length];
        foreach (var bucket in Points(buckets))
        {
            masses[Array.BinarySearch(points, bucket.Low)] += bucket.Count;
        }

        return masses;
    }
}
