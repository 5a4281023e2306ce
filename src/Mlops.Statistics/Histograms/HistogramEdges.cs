using System.Numerics;

namespace Mlops.Statistics.Histograms;

/// <summary>What inner edges must be: strictly ascending, no NaN.</summary>
internal static class HistogramEdges
{
    internal static void ThrowIfInvalid<T>(ReadOnlySpan<T> edges)
        where T : IFloatingPointIeee754<T>
    {
        for (var i = 0; i < edges.Length; i++)
        {
            if (T.IsNaN(edges[i]))
            {
                throw new ArgumentException($"edges[{i}] is NaN; edges must be numbers.", nameof(edges));
            }

            if (i > 0 && edges[i] <= edges[i - 1])
            {
                throw new ArgumentException(
                    FormattableString.Invariant(
                        $"edges[{i}] is {edges[i]} and edges[{i - 1}] is {edges[i - 1]}; edges must be strictly ascending."
                    ),
                    nameof(edges)
                );
            }
        }
    }
}
