namespace Mlops.Statistics.Compute;

/// <summary>Runs independent blocks on the context's threads. Which thread takes which block never shows in a result.</summary>
internal static class BlockParallel
{
    /// <summary>Rows a block: fixed, so that sums come out bit-identical at any thread count.</summary>
    internal const int BlockSize = 65_536;

    internal static int BlockCount(int length) => (int)(((long)length + BlockSize - 1) / BlockSize);

    /// <summary>Calls <paramref name="body"/> once for each index; threads take the next index when they are done with one.</summary>
    internal static void For(int count, ComputeContext context, Action<int> body)
    {
        var token = context.CancellationToken;
        var workers = Math.Min(count, context.MaxDegreeOfParallelism);
        if (workers <= 1)
        {
            for (var i = 0; i < count; i++)
            {
                token.ThrowIfCancellationRequested();
                body(i);
            }

            return;
        }

        var next = -1;
        var options = new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = token };
        Parallel.For(
            0,
            workers,
            options,
            _ =>
            {
                for (var i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
                {
                    token.ThrowIfCancellationRequested();
                    body(i);
                }
            }
        );
    }
}
