using Mlops.Statistics.Compute;

namespace Mlops.Data.Profiles;

/// <summary>Works on the columns of a table side by side, each on one thread: results can't depend on how many there are.</summary>
internal static class ColumnParallel
{
    public static ComputeContext OneThread { get; } = new() { MaxDegreeOfParallelism = 1 };

    public static void For(int columns, ComputeContext? context, Action<int> work)
    {
        context ??= ComputeContext.Default;
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = context.MaxDegreeOfParallelism,
            CancellationToken = context.CancellationToken,
        };
        try
        {
            Parallel.For(0, columns, options, work);
        }
        catch (AggregateException error) when (error.InnerExceptions.Count == 1)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error.InnerException!);
        }
    }
}
