using System.Runtime.CompilerServices;

namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>The weight of a group of equal values in the Anderson-Darling statistic.</summary>
internal static class AndersonDarlingWeight
{
    /// <summary>l / (B (N - B)), which is 0 for the last group; by midranks l over b u + (b + u) l / 4.</summary>
    /// <param name="begin">b, the values below the group.</param>
    /// <param name="end">B, the values in or below it.</param>
    /// <param name="total">N; u = N - B.</param>
    /// <param name="isMidrank">Whether functions take their middle at a jump.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double Of(double begin, double end, double total, bool isMidrank)
    {
        var size = end - begin;
        var above = total - end;

        // The second is (b + l/2) (u + l/2) - N l / 4, without its cancellation; it is 0 where all values are equal.
        var variance = isMidrank ? (begin * above) + ((begin + above) * size * 0.25) : end * above;
        return variance > 0 ? size / variance : 0;
    }
}
