using System.Buffers;
using Mlops.Statistics.Compute;
using Mlops.Statistics.Randomness;
using Mlops.Statistics.TwoSample;

namespace Mlops.Statistics.Intervals.Bootstrap;

/// <summary>Intervals of any statistic, by drawing the data again: for statistics that have no formula.</summary>
/// <remarks>
/// <para>Each replicate is the statistic of as many rows drawn with replacement; <see cref="BootstrapMethod"/> says what is made of the replicates. It holds for
/// statistics that are smooth in the data; for maxima, and for the mean of values without variance, it does not. Independent rows are supposed by
/// <see cref="OfSample"/> and <see cref="OfTwoSamples"/>; independent entities by <see cref="OfClusters"/>; a stationary series by <see cref="OfSeries"/>.</para>
/// <para>Replicate r draws from stream r of the seed, so the answer does not depend on threads. Cancellation, in the context, and progress, from 0 to 1 and from any
/// thread, are seen between batches of 8 replicates. O(replicates × the statistic), and one copy of the data a thread. Efron and Tibshirani (1993).</para>
/// </remarks>
public static partial class BootstrapInterval
{
    /// <summary>The interval of a statistic of independent rows.</summary>
    /// <param name="values">The values, as the statistic takes them.</param>
    /// <param name="statistic">The statistic.</param>
    /// <param name="options">What is asked; <see langword="null"/> for the defaults.</param>
    /// <param name="context">Threads and cancellation; <see langword="null"/> for all threads.</param>
    /// <param name="progress">Told the share that is done; <see langword="null"/> for nobody.</param>
    /// <returns>The statistic and its interval; data without an answer have a status.</returns>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static BootstrapResult OfSample(
        ReadOnlySpan<double> values,
        SampleStatistic statistic,
        BootstrapOptions? options = null,
        ComputeContext? context = null,
        IProgress<double>? progress = null
    )
    {
        ArgumentNullException.ThrowIfNull(statistic);
        options ??= BootstrapOptions.Default;
        var method = Resolve(options.Method, BootstrapMethod.BiasCorrectedAccelerated);
        if (values.Length < 2)
        {
            return TooFew(values.Length, method, options);
        }

        var rows = values.ToArray();
        var replicates = Replicates.Draw(
            options,
            context,
            progress,
            random =>
            {
                var rented = ArrayPool<double>.Shared.Rent(rows.Length);
                try
                {
                    var replicate = rented.AsSpan(0, rows.Length);
                    Resample(rows, replicate, random);
                    return statistic(replicate);
                }
                finally
                {
                    ArrayPool<double>.Shared.Return(rented);
                }
            }
        );
        return BootstrapLimits.Of(
            statistic(values),
            replicates,
            method,
            () => Jackknife.Acceleration(Jackknife.LeaveOut(rows, statistic, context)),
            options
        );
    }

    /// <summary>The interval of a statistic of two samples of independent rows, each drawn from on its own.</summary>
    /// <param name="reference">The reference's values.</param>
    /// <param name="current">The current values.</param>
    /// <param name="statistic">The statistic, such as a difference or a distance.</param>
    /// <param name="options">What is asked; <see langword="null"/> for the defaults.</param>
    /// <param name="context">Threads and cancellation; <see langword="null"/> for all threads.</param>
    /// <param name="progress">Told the share that is done; <see langword="null"/> for nobody.</param>
    /// <returns>The statistic and its interval; data without an answer have a status.</returns>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static BootstrapResult OfTwoSamples(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        TwoSampleStatistic statistic,
        BootstrapOptions? options = null,
        ComputeContext? context = null,
        IProgress<double>? progress = null
    )
    {
        ArgumentNullException.ThrowIfNull(statistic);
        options ??= BootstrapOptions.Default;
        var method = Resolve(options.Method, BootstrapMethod.BiasCorrectedAccelerated);
        if (reference.Length < 2 || current.Length < 2)
        {
            return TooFew(Math.Min(reference.Length, current.Length), method, options);
        }

        double[] first = reference.ToArray(),
            second = current.ToArray();
        var replicates = Replicates.Draw(
            options,
            context,
            progress,
            random =>
            {
                var rented = ArrayPool<double>.Shared.Rent(checked(first.Length + second.Length));
                try
                {
                    Span<double> x = rented.AsSpan(0, first.Length),
                        y = rented.AsSpan(first.Length, second.Length);
                    Resample(first, x, random);
                    Resample(second, y, random);
                    return statistic(x, y);
                }
                finally
                {
                    ArrayPool<double>.Shared.Return(rented);
                }
            }
        );
        return BootstrapLimits.Of(
            statistic(reference, current),
            replicates,
            method,
            () =>
                Jackknife.Acceleration(
                    Jackknife.LeaveOut(first, kept => statistic(kept, second), context),
                    Jackknife.LeaveOut(second, kept => statistic(first, kept), context)
                ),
            options
        );
    }

    private static BootstrapMethod Resolve(BootstrapMethod asked, BootstrapMethod auto) =>
        asked == BootstrapMethod.Auto ? auto : asked;

    private static BootstrapResult TooFew(long units, BootstrapMethod method, BootstrapOptions options) =>
        BootstrapLimits.None(
            units == 0 ? ResultStatus.Empty : ResultStatus.TooFewRows,
            double.NaN,
            0,
            0,
            method,
            options
        );

    private static void Resample(double[] rows, Span<double> replicate, Philox random)
    {
        var bound = (uint)rows.Length;
        for (var i = 0; i < replicate.Length; i++)
        {
            replicate[i] = rows[random.NextBelow(bound)];
        }
    }
}
