using Mlops.Statistics.Compute;

namespace Mlops.Statistics.TwoSample.Location;

/// <summary>The rank test of Kruskal and Wallis: do two or more samples come from the same distribution, or does one tend to have the larger values?</summary>
/// <remarks>
/// <para>Null: all distributions are the same. Alternative: in some sample values tend to be larger than in another. The statistic is
/// H = 12 / (N (N + 1)) Σ n_i (R_i - (N + 1) / 2)² over the samples' mean ranks R_i, divided by 1 - Σ (t³ - t) / (N³ - N) over groups of t equal values: SciPy's.
/// Deviations are found in whole numbers, so that nothing cancels.</para>
/// <para>p by chi-square with k - 1 degrees of freedom, good from about five values a sample, or by permutation. With two samples H is the square of
/// <see cref="MannWhitney"/>'s statistic without its continuity correction.</para>
/// <para>Infinities are values, -0.0 equals 0.0, NaN is refused. O(N log N). Kruskal and Wallis (1952).</para>
/// </remarks>
public static class KruskalWallis
{
    /// <summary>The most samples that permutation takes.</summary>
    private const int MostPermuted = 256;

    /// <summary>Tests two samples in any order.</summary>
    /// <param name="reference">The reference's values; no NaN. They stay as they are.</param>
    /// <param name="current">The current values; no NaN. They stay as they are.</param>
    /// <param name="options">What is asked; <see langword="null"/> for the defaults.</param>
    /// <param name="context">With how many threads replicates are drawn, and when to stop; <see langword="null"/> for all and never.</param>
    /// <returns>The test; data that can't answer have a status.</returns>
    /// <exception cref="ArgumentException">A value is NaN.</exception>
    public static KruskalWallisResult Test(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        KruskalWallisOptions? options = null,
        ComputeContext? context = null
    )
    {
        SampleChecks.ThrowIfNaN(reference, nameof(reference));
        SampleChecks.ThrowIfNaN(current, nameof(current));
        var values = new double[(long)reference.Length + current.Length];
        reference.CopyTo(values);
        current.CopyTo(values.AsSpan(reference.Length));
        return KruskalWallisPValue.Judge(
            values,
            [reference.Length, current.Length],
            options ?? KruskalWallisOptions.Default,
            context ?? ComputeContext.Default
        );
    }

    /// <summary>Tests two or more samples in any order.</summary>
    /// <param name="samples">The samples; no NaN. They stay as they are.</param>
    /// <param name="options">What is asked; <see langword="null"/> for the defaults.</param>
    /// <param name="context">With how many threads replicates are drawn, and when to stop; <see langword="null"/> for all and never.</param>
    /// <returns>The test; data that can't answer have a status.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="samples"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A value is NaN, or there are fewer than two samples, or more than 256 to be permuted.</exception>
    public static KruskalWallisResult TestSamples(
        IReadOnlyList<ReadOnlyMemory<double>> samples,
        KruskalWallisOptions? options = null,
        ComputeContext? context = null
    )
    {
        ArgumentNullException.ThrowIfNull(samples);
        options ??= KruskalWallisOptions.Default;
        if (samples.Count < 2)
        {
            throw new ArgumentException(
                $"'{nameof(samples)}' has {samples.Count} samples; at least two are needed.",
                nameof(samples)
            );
        }

        if (options.Method == KruskalWallisMethod.Permutation && samples.Count > MostPermuted)
        {
            throw new ArgumentException(
                $"'{nameof(samples)}' has {samples.Count} samples; permutation takes at most {MostPermuted}.",
                nameof(samples)
            );
        }

        var sizes = new int[samples.Count];
        long count = 0;
        for (var i = 0; i < sizes.Length; i++)
        {
            SampleChecks.ThrowIfNaN(samples[i].Span, $"{nameof(samples)}[{i}]");
            sizes[i] = samples[i].Length;
            count += sizes[i];
        }

        var values = new double[count];
        var begin = 0;
        foreach (var sample in samples)
        {
            sample.Span.CopyTo(values.AsSpan(begin));
            begin += sample.Length;
        }

        return KruskalWallisPValue.Judge(values, sizes, options, context ?? ComputeContext.Default);
    }
}
