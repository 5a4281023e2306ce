using Mlops.Statistics.Compute;

namespace Mlops.Data.Profiles;

/// <summary>Works on the columns of a table side by side. Kernels give the same bits at any number of threads, so results do too.</summary>
internal static class ColumnParallel
{
    public static void For(int columns, ComputeContext? context, Action<int, ComputeContext> work)
    {
        context ??= ComputeContext.Default;
        // Enough columns keep every thread busy; a narrow table gives its threads to the kernels.
        var within =
            columns >= context.MaxDegreeOfParallelism
                ? new ComputeContext
                {
                    Backend = context.Backend,
                    MaxDegreeOfParallelism = 1,
                    CancellationToken = context.CancellationToken,
                }
                : context;
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = context.MaxDegreeOfParallelism,
            CancellationToken = context.CancellationToken,
        };
        try
        {
            Parallel.For(0, columns, options, i => work(i, within));
        }
        catch (AggregateException error) when (error.InnerExceptions.Count == 1)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error.InnerException!);
        }
    }
}
