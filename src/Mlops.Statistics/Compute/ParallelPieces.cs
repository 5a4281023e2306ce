using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace Mlops.Statistics.Compute;

/// <summary>Works on independent pieces, such as the columns of a table, side by side.</summary>
[Experimental("MLOPS001")]
public static class ParallelPieces
{
    /// <summary>Calls <paramref name="work"/> once for each piece, in any order.</summary>
    /// <param name="count">How many pieces there are.</param>
    /// <param name="context">Threads and cancellation; <see langword="null"/> for all threads.</param>
    /// <param name="work">The work on a piece, by its index from 0, and the context to pass on to kernels within it.</param>
    /// <remarks>
    /// Enough pieces keep every thread busy, so that each piece gets one; few pieces share all threads with the kernels within
    /// them. Kernels give the same bits at any number of threads, so results do too. Cancellation is seen between pieces.
    /// </remarks>
    public static void For(int count, ComputeContext? context, Action<int, ComputeContext> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        context ??= ComputeContext.Default;
        var within =
            count >= context.MaxDegreeOfParallelism
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
            Parallel.For(0, count, options, i => work(i, within));
        }
        catch (AggregateException error) when (error.InnerExceptions.Count == 1)
        {
            ExceptionDispatchInfo.Throw(error.InnerException!);
        }
    }
}
