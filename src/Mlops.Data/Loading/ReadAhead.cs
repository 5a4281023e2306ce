namespace Mlops.Data.Loading;

/// <summary>Lets the next chunk be read on another thread while the caller works on the last.</summary>
internal static class ReadAhead
{
    /// <summary>The same chunks in the same order, one of them ahead.</summary>
    /// <param name="begin">Begins to read; the token ends it when the caller stops early.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public static IEnumerable<Dataset> Of(
        Func<CancellationToken, IEnumerable<Dataset>> begin,
        CancellationToken cancellationToken
    )
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var chunks = begin(stop.Token).GetEnumerator();
        var next = Next(chunks);
        try
        {
            while (Await(next, cancellationToken) is { } chunk)
            {
                next = Next(chunks);
                yield return chunk;
            }
        }
        finally
        {
            // The thread that reads must be done before what it reads from is closed; what it died of, if the caller
            // has not seen it, is not of interest any more.
            stop.Cancel();
            next.ContinueWith(
                    task => _ = task.Exception,
                    CancellationToken.None,
                    TaskContinuationOptions.ExecuteSynchronously,
                    TaskScheduler.Default
                )
                .Wait(CancellationToken.None);
        }
    }

    private static Task<Dataset?> Next(IEnumerator<Dataset> chunks) =>
        Task.Run(() => chunks.MoveNext() ? chunks.Current : null);

    private static Dataset? Await(Task<Dataset?> next, CancellationToken cancellationToken)
    {
        try
        {
            return next.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }
}
