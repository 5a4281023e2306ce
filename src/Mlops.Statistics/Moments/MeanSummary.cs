using System.Globalization;
using Mlops.Statistics.Compute;
using Mlops.Statistics.TwoSample;

namespace Mlops.Statistics.Moments;

/// <summary>What inference on a mean needs of a sample: its mean, its variance and how many rows it is worth. Immutable, with value equality.</summary>
/// <remarks>It comes from values, from weighted values, from the moments that a profile keeps, or from numbers that somebody published.</remarks>
public sealed record MeanSummary
{
    private MeanSummary() { }

    /// <summary>
    /// <see cref="ResultStatus.Ok"/> when the mean is known, were it that of a single value; otherwise why it is not: <see cref="ResultStatus.Empty"/>,
    /// <see cref="ResultStatus.AllMissing"/>, <see cref="ResultStatus.Infinite"/>, or <see cref="ResultStatus.Undefined"/> when the variance is beyond the range of a double.
    /// </summary>
    public required ResultStatus Status { get; init; }

    /// <summary>The (weighted) mean, in the values' unit. NaN where it is not known.</summary>
    public required double Mean { get; init; }

    /// <summary>The unbiased estimate of the variance, in the unit squared. NaN below two values.</summary>
    public required double SampleVariance { get; init; }

    /// <summary>How many rows it is worth: their number, or for weights Kish's effective number (Σw)² / Σw².</summary>
    public required double EffectiveCount { get; init; }

    /// <summary>How many values there are; those without weight are not counted.</summary>
    public required long Count { get; init; }

    /// <summary>(n - 1) s², 0 for a single value.</summary>
    internal double SumOfSquares => EffectiveCount > 1 ? SampleVariance * (EffectiveCount - 1) : 0;

    /// <summary>Summarises values.</summary>
    /// <param name="values">The values; no NaN.</param>
    /// <param name="context">With how many threads; <see langword="null"/> for all of them.</param>
    /// <remarks>One pass, in blocks whose sums do not depend on the number of threads.</remarks>
    /// <exception cref="ArgumentException">A value is NaN.</exception>
    public static MeanSummary Of(ReadOnlySpan<double> values, ComputeContext? context = null) =>
        Of(values, nameof(values), context);

    /// <inheritdoc cref="Of(ReadOnlySpan{double}, ComputeContext?)"/>
    public static MeanSummary Of(ReadOnlySpan<float> values, ComputeContext? context = null) =>
        Of(values, nameof(values), context);

    /// <summary>Summarises values with importance weights.</summary>
    /// <param name="values">The values; no NaN.</param>
    /// <param name="weights">As many weights, finite and not negative; only their ratios matter. A value without weight counts for nothing.</param>
    /// <remarks>
    /// The mean is Σwx / Σw; the variance Σw(x - mean)² / (Σw - Σw²/Σw) is unbiased for rows of one distribution. The rows are worth Kish's (1965)
    /// effective number (Σw)² / Σw². O(n), two passes.
    /// </remarks>
    /// <exception cref="ArgumentException">A value or a weight is NaN, a weight is negative or infinite, or the lengths differ.</exception>
    public static MeanSummary OfWeighted(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        SampleChecks.ThrowIfNaN(values, nameof(values));
        return WeightedMean.Of(values, weights, nameof(weights));
    }

    /// <summary>Summarises what a profile keeps.</summary>
    /// <param name="moments">The moments; missing values are left out, as they are there.</param>
    public static MeanSummary Of(MomentsResult moments)
    {
        ArgumentNullException.ThrowIfNull(moments);
        var status = moments switch
        {
            { InfiniteCount: > 0 } => ResultStatus.Infinite,
            { Count: 0, MissingCount: > 0 } => ResultStatus.AllMissing,
            { Count: 0 } => ResultStatus.Empty,
            _ when moments.Count > 1 && !double.IsFinite(moments.SampleVariance) => ResultStatus.Undefined,
            _ => ResultStatus.Ok,
        };
        return Make(status, moments.Mean, moments.SampleVariance, moments.Count, moments.Count);
    }

    /// <summary>Takes published numbers.</summary>
    /// <param name="mean">The mean, finite.</param>
    /// <param name="sampleVariance">The unbiased variance, finite and not negative; of a single value it is not looked at.</param>
    /// <param name="count">How many values, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static MeanSummary OfNumbers(double mean, double sampleVariance, long count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (!double.IsFinite(mean))
        {
            throw new ArgumentOutOfRangeException(nameof(mean), mean, "The mean must be finite.");
        }

        if (count > 1 && !(sampleVariance >= 0 && double.IsFinite(sampleVariance)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(sampleVariance),
                sampleVariance,
                "A variance must be finite and not negative."
            );
        }

        return Make(ResultStatus.Ok, mean, sampleVariance, count, count);
    }

    internal static MeanSummary Of(ReadOnlySpan<double> values, string name, ComputeContext? context)
    {
        var moments = new MomentsDefinition().Create();
        moments.Add(values, context);
        if (moments.MissingCount > 0)
        {
            SampleChecks.ThrowIfNaN(values, name);
        }

        return Of(moments.Value);
    }

    internal static MeanSummary Of(ReadOnlySpan<float> values, string name, ComputeContext? context)
    {
        var moments = new MomentsDefinition().Create();
        moments.Add(values, context);
        if (moments.MissingCount > 0)
        {
            SampleChecks.ThrowIfNaN(values, name);
        }

        return Of(moments.Value);
    }

    internal static MeanSummary Make(
        ResultStatus status,
        double mean,
        double variance,
        double effectiveCount,
        long count
    ) =>
        new()
        {
            Status = status,
            Mean = status == ResultStatus.Ok ? mean : double.NaN,
            SampleVariance = status == ResultStatus.Ok && effectiveCount > 1 ? variance : double.NaN,
            EffectiveCount = effectiveCount,
            Count = count,
        };

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"mean {Mean:G6}, variance {SampleVariance:G6}, n {EffectiveCount:G6}"
        );
}
