using Mlops.Statistics.Compute;
using Mlops.Statistics.Distributions;
using Mlops.Statistics.Moments;

namespace Mlops.Statistics.TwoSample.Spread;

/// <summary>Levene's test of equal spread, and Brown and Forsythe's: do two or more samples vary alike about their centres?</summary>
/// <remarks>
/// <para>Null: the distributions differ in location at most. Alternative: their spreads differ, in whichever direction
/// (<see cref="LeveneResult.MeanDeviations"/> says in which). The statistic is the F of a one-way analysis of variance of z = |x - centre|, with k - 1 and N - k
/// degrees of freedom. The p-value is approximate; about the median it is conservative for few rows.</para>
/// <para>NaN is refused, infinity has a status, -0.0 equals 0.0. O(N) and, but for the mean, the sorting; the same bits at any number of threads.
/// Levene (1960), "Robust tests for equality of variances"; Brown and Forsythe (1974), "Robust tests for the equality of variances".</para>
/// </remarks>
public static class Levene
{
    /// <summary>Tests two samples.</summary>
    /// <param name="reference">The reference's values; no NaN. They stay as they are.</param>
    /// <param name="current">The current values; no NaN. They stay as they are.</param>
    /// <param name="options">What is asked; <see langword="null"/> for the defaults.</param>
    /// <param name="context">With how many threads; <see langword="null"/> for all of them.</param>
    /// <returns>The test; data without an answer have a status.</returns>
    /// <exception cref="ArgumentException">A value is NaN.</exception>
    public static LeveneResult Test(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        LeveneOptions? options = null,
        ComputeContext? context = null
    )
    {
        SampleChecks.ThrowIfNaN(reference, nameof(reference));
        SampleChecks.ThrowIfNaN(current, nameof(current));
        options ??= LeveneOptions.Default;
        return Judge(
            [AbsoluteDeviations.Of(reference, options, context), AbsoluteDeviations.Of(current, options, context)],
            options
        );
    }

    /// <summary>Tests two or more samples.</summary>
    /// <param name="samples">The samples' values; no NaN. They stay as they are.</param>
    /// <param name="options">What is asked; <see langword="null"/> for the defaults.</param>
    /// <param name="context">With how many threads; <see langword="null"/> for all of them.</param>
    /// <returns>The test; data without an answer have a status.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="samples"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There are fewer than two samples, or a value is NaN.</exception>
    public static LeveneResult TestSamples(
        IReadOnlyList<ReadOnlyMemory<double>> samples,
        LeveneOptions? options = null,
        ComputeContext? context = null
    )
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.Count < 2)
        {
            throw new ArgumentException(
                $"'{nameof(samples)}' has {samples.Count} samples; a comparison takes at least two.",
                nameof(samples)
            );
        }

        options ??= LeveneOptions.Default;
        var deviations = new MomentsResult[samples.Count];
        for (var i = 0; i < deviations.Length; i++)
        {
            SampleChecks.ThrowIfNaN(samples[i].Span, $"{nameof(samples)}[{i}]");
            deviations[i] = AbsoluteDeviations.Of(samples[i].Span, options, context);
        }

        return Judge(deviations, options);
    }

    private static LeveneResult Judge(MomentsResult[] deviations, LeveneOptions options)
    {
        var count = deviations.Sum(sample => sample.Count);
        long numerator = deviations.Length - 1,
            denominator = Math.Max(0, count - deviations.Length);
        var status =
            deviations.Any(sample => sample.InfiniteCount > 0) ? ResultStatus.Infinite
            : deviations.Any(sample => sample.Count == 0) ? ResultStatus.Empty
            : denominator == 0 ? ResultStatus.TooFewRows
            : ResultStatus.Ok;
        var statistic = double.NaN;
        if (status == ResultStatus.Ok)
        {
            (status, statistic) = Ratio(deviations, count, numerator, denominator);
        }

        return new LeveneResult
        {
            Status = status,
            Statistic = statistic,
            PValue = status == ResultStatus.Ok ? FisherF.Survival(statistic, numerator, denominator) : double.NaN,
            NumeratorDegreesOfFreedom = numerator,
            DenominatorDegreesOfFreedom = denominator,
            MeanDeviations = Array.AsReadOnly(
                Array.ConvertAll(deviations, sample => sample.InfiniteCount > 0 ? double.NaN : sample.Mean)
            ),
            Options = options,
        };
    }

    private static (ResultStatus Status, double Statistic) Ratio(
        MomentsResult[] deviations,
        long count,
        long numerator,
        long denominator
    )
    {
        double mean = deviations.Sum(sample => sample.Mean * ((double)sample.Count / count)),
            between = deviations.Sum(sample => sample.Count * (sample.Mean - mean) * (sample.Mean - mean)),
            within = deviations.Sum(sample => sample.PopulationVariance * sample.Count);
        if (!double.IsFinite(between) || !double.IsFinite(within))
        {
            return (ResultStatus.Undefined, double.NaN);
        }

        return within > 0
            ? (ResultStatus.Ok, between / numerator / (within / denominator))
            : (ResultStatus.Constant, double.NaN);
    }
}
