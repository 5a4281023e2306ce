using Mlops.Statistics.Compute;
using Mlops.Statistics.Randomness;

namespace Mlops.Statistics.Intervals.Bootstrap;

/// <summary>Calls a statistic for each replicate, on the context's threads.</summary>
internal static class Replicates
{
    /// <summary>How many replicates a thread draws at a time.</summary>
    private const int Batch = 8;

    /// <summary>The statistics of all replicates, in their order; replicate r draws from stream r.</summary>
    internal static double[] Draw(
        BootstrapOptions options,
        ComputeContext? context,
        IProgress<double>? progress,
        Func<Philox, double> replicate
    )
    {
        var done = 0;
        return All(
            options.Replicates,
            context,
            r => replicate(new Philox(options.Seed, (ulong)r)),
            count => progress?.Report((double)Interlocked.Add(ref done, count) / options.Replicates)
        );
    }

    /// <summary>A number for each index.</summary>
    internal static double[] All(
        int count,
        ComputeContext? context,
        Func<int, double> evaluate,
        Action<int>? finished = null
    )
    {
        var values = new double[count];
        BlockParallel.For(
            (count + Batch - 1) / Batch,
            context ?? ComputeContext.Default,
            batch =>
            {
                var (from, to) = (batch * Batch, Math.Min(count, (batch + 1) * Batch));
                for (var i = from; i < to; i++)
                {
                    values[i] = evaluate(i);
                }

                finished?.Invoke(to - from);
            }
        );
        return values;
    }
}
