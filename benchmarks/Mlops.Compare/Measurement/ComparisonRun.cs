using Mlops.Compare.Comparisons;
using Mlops.Compare.Peer;

namespace Mlops.Compare.Measurement;

/// <summary>Measures one row: our call and the peer's on the same data.</summary>
internal static class ComparisonRun
{
    public static Measured Measure(
        Comparison comparison,
        int rows,
        int repeat,
        PeerProcess peer,
        CancellationToken cancellationToken
    )
    {
        var prepared = comparison.Prepare(rows);
        var missing = comparison.Published is null
            ? peer.Prepare(comparison.Operation, prepared.Arrays, cancellationToken)
            : "published";
        Func<int, double[]> ours = calls =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return OwnCall.Time(prepared.Call, calls);
        };
        var (mine, theirs) = Timing.Interleaved(
            ours,
            missing.Length == 0 ? calls => peer.Time(calls, cancellationToken) : null,
            repeat
        );
        return new Measured
        {
            Comparison = comparison,
            Rows = rows,
            Milliseconds = mine,
            AllocatedBytes = OwnCall.AllocatedBytes(prepared.Call),
            PeerMilliseconds = theirs ?? comparison.Published?.Invoke(rows),
            PeerNote = missing,
            Agrees =
                missing.Length == 0
                    ? IsSame(prepared.Call(), peer.Value(cancellationToken), comparison.SameResult)
                    : null,
        };
    }

    private static bool IsSame(double ours, double theirs, double nearness) =>
        Math.Abs(ours - theirs) <= nearness * Math.Max(Math.Abs(ours), Math.Abs(theirs));
}
