using Mlops.Statistics.Randomness;

namespace Mlops.Statistics.Intervals.Bootstrap;

/// <summary>A series put together of blocks of another.</summary>
internal static class BlockDraw
{
    internal static void Fill(
        ReadOnlySpan<double> series,
        Span<double> replicate,
        BlockKind kind,
        int length,
        Philox random
    )
    {
        var n = series.Length;
        if (kind == BlockKind.Stationary)
        {
            var renewal = 1.0 / length;
            var position = 0;
            for (var i = 0; i < n; i++)
            {
                position =
                    i == 0 || random.NextDouble() < renewal ? (int)random.NextBelow((uint)n)
                    : position + 1 == n ? 0
                    : position + 1;
                replicate[i] = series[position];
            }

            return;
        }

        var starts = kind == BlockKind.Moving ? n - length + 1 : n;
        for (var filled = 0; filled < n; filled += length)
        {
            var start = (int)random.NextBelow((uint)starts);
            var size = Math.Min(length, n - filled);
            var within = Math.Min(size, n - start);
            series.Slice(start, within).CopyTo(replicate[filled..]);
            series[..(size - within)].CopyTo(replicate[(filled + within)..]);
        }
    }
}
