using System.Buffers;
using System.Globalization;
using Mlops.Statistics.Compute;
using Mlops.Statistics.Divergences;
using Mlops.Statistics.Randomness;

namespace Mlops.Statistics.Intervals.Bootstrap;

/// <content>Rows that depend on each other, and rows that are counted already.</content>
public static partial class BootstrapInterval
{
    /// <summary>The interval of a statistic of a series, whose neighbouring values depend on each other.</summary>
    /// <param name="series">The values in the order of time.</param>
    /// <param name="statistic">The statistic.</param>
    /// <param name="blocks">The blocks that are drawn; <see langword="null"/> for the defaults.</param>
    /// <param name="options">What is asked; <see langword="null"/> for the defaults.</param>
    /// <param name="context">Threads and cancellation; <see langword="null"/> for all threads.</param>
    /// <param name="progress">Told the share that is done; <see langword="null"/> for nobody.</param>
    /// <returns>The statistic and its interval; data without an answer have a status.</returns>
    /// <exception cref="ArgumentException">The method is <see cref="BootstrapMethod.BiasCorrectedAccelerated"/>, whose jackknife needs independent units.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static BootstrapResult OfSeries(
        ReadOnlySpan<double> series,
        SampleStatistic statistic,
        BlockOptions? blocks = null,
        BootstrapOptions? options = null,
        ComputeContext? context = null,
        IProgress<double>? progress = null
    )
    {
        ArgumentNullException.ThrowIfNull(statistic);
        blocks ??= BlockOptions.Default;
        options ??= BootstrapOptions.Default;
        var method = WithoutJackknife(options);
        if (series.Length < 2)
        {
            return TooFew(series.Length, method, options);
        }

        var rows = series.ToArray();
        var length = blocks.LengthFor(rows.Length);
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
                    BlockDraw.Fill(rows, replicate, blocks.Kind, length, random);
                    return statistic(replicate);
                }
                finally
                {
                    ArrayPool<double>.Shared.Return(rented);
                }
            }
        );
        return BootstrapLimits.Of(statistic(series), replicates, method, () => 0, options);
    }

    /// <summary>The interval of a statistic of rows that belong to entities: entities are drawn, each with all its rows.</summary>
    /// <param name="values">The values.</param>
    /// <param name="entityCodes">The entity of each value; any numbers, equal for the same entity.</param>
    /// <param name="statistic">The statistic. Replicates differ in their number of rows.</param>
    /// <param name="options">What is asked; <see langword="null"/> for the defaults.</param>
    /// <param name="context">Threads and cancellation; <see langword="null"/> for all threads.</param>
    /// <param name="progress">Told the share that is done; <see langword="null"/> for nobody.</param>
    /// <returns>The statistic and its interval; data without an answer have a status, as have those of a single entity.</returns>
    /// <remarks>The statistic sees the rows entity by entity, not in their own order. Few entities, below about 30, make intervals too short.</remarks>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static BootstrapResult OfClusters(
        ReadOnlySpan<double> values,
        ReadOnlySpan<int> entityCodes,
        SampleStatistic statistic,
        BootstrapOptions? options = null,
        ComputeContext? context = null,
        IProgress<double>? progress = null
    )
    {
        ArgumentNullException.ThrowIfNull(statistic);
        if (entityCodes.Length != values.Length)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{nameof(entityCodes)}' has {entityCodes.Length} codes for {values.Length} values; it must have as many."
                ),
                nameof(entityCodes)
            );
        }

        options ??= BootstrapOptions.Default;
        var method = Resolve(options.Method, BootstrapMethod.BiasCorrectedAccelerated);
        var clusters = new ClusteredRows(values, entityCodes);
        if (clusters.Count < 2)
        {
            return TooFew(clusters.Count, method, options);
        }

        var replicates = Replicates.Draw(
            options,
            context,
            progress,
            random =>
            {
                var drawn = new int[clusters.Count];
                for (var i = 0; i < drawn.Length; i++)
                {
                    drawn[i] = (int)random.NextBelow((uint)drawn.Length);
                }

                return OfSome(clusters, drawn, statistic);
            }
        );
        return BootstrapLimits.Of(
            statistic(clusters.Values),
            replicates,
            method,
            () => Jackknife.Acceleration(WithoutEach(clusters, statistic, context)),
            options
        );
    }

    /// <summary>The interval of a statistic of counts over cells, such as a share, a mean over distinct values, or a distance of bins.</summary>
    /// <param name="counts">How many independent rows fall in each cell, not negative.</param>
    /// <param name="statistic">The statistic of the counts.</param>
    /// <param name="options">What is asked; <see langword="null"/> for the defaults.</param>
    /// <param name="context">Threads and cancellation; <see langword="null"/> for all threads.</param>
    /// <param name="progress">Told the share that is done; <see langword="null"/> for nobody.</param>
    /// <returns>The statistic and its interval; data without an answer have a status.</returns>
    /// <remarks>Drawing rows again is a multinomial draw of the counts: O(replicates × cells), however many rows there are.</remarks>
    /// <exception cref="ArgumentException">A count is negative, or the method is <see cref="BootstrapMethod.BiasCorrectedAccelerated"/>.</exception>
    /// <exception cref="OperationCanceledException">The context's token was cancelled.</exception>
    public static BootstrapResult OfCounts(
        ReadOnlySpan<long> counts,
        CountStatistic statistic,
        BootstrapOptions? options = null,
        ComputeContext? context = null,
        IProgress<double>? progress = null
    )
    {
        ArgumentNullException.ThrowIfNull(statistic);
        var total = BinCounts.Total(counts, nameof(counts));
        options ??= BootstrapOptions.Default;
        var method = WithoutJackknife(options);
        if (total < 2)
        {
            return TooFew(total, method, options);
        }

        var cells = counts.ToArray();
        var replicates = Replicates.Draw(
            options,
            context,
            progress,
            random =>
            {
                var drawn = new long[cells.Length];
                BinomialDraw.Multinomial(cells, total, drawn, random);
                return statistic(drawn);
            }
        );
        return BootstrapLimits.Of(statistic(counts), replicates, method, () => 0, options);
    }

    private static BootstrapMethod WithoutJackknife(BootstrapOptions options) =>
        options.Method == BootstrapMethod.BiasCorrectedAccelerated
            ? throw new ArgumentException(
                $"'{nameof(options)}' asks for {options.Method}, whose jackknife leaves out single rows; here it must be another method.",
                nameof(options)
            )
            : Resolve(options.Method, BootstrapMethod.Percentile);

    private static double[] WithoutEach(ClusteredRows clusters, SampleStatistic statistic, ComputeContext? context)
    {
        var groups = Jackknife.Groups(clusters.Count);
        return Replicates.All(
            groups,
            context,
            group =>
                OfSome(clusters, [.. Enumerable.Range(0, clusters.Count).Where(i => i % groups != group)], statistic)
        );
    }

    private static double OfSome(ClusteredRows clusters, int[] chosen, SampleStatistic statistic)
    {
        var size = 0;
        foreach (var cluster in chosen)
        {
            size = checked(size + clusters[cluster].Length);
        }

        var rented = ArrayPool<double>.Shared.Rent(size);
        try
        {
            var filled = 0;
            foreach (var cluster in chosen)
            {
                clusters[cluster].CopyTo(rented.AsSpan(filled));
                filled += clusters[cluster].Length;
            }

            return statistic(rented.AsSpan(0, size));
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }
}
