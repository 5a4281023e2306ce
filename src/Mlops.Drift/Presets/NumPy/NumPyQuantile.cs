namespace Mlops.Drift.Presets.NumPy;

/// <summary>The linear quantile of <c>numpy.quantile</c>, to the last digit.</summary>
internal static class NumPyQuantile
{
    /// <summary>Interpolates at (n - 1) p, from the nearer of the two neighbours.</summary>
    public static double OfSorted(ReadOnlySpan<double> sorted, double probability)
    {
        var position = (sorted.Length - 1) * probability;
        var below = (int)Math.Floor(position);
        if (below >= sorted.Length - 1)
        {
            return sorted[^1];
        }

        var share = position - below;
        var difference = sorted[below + 1] - sorted[below];
        return share >= 0.5 ? sorted[below + 1] - (difference * (1 - share)) : sorted[below] + (difference * share);
    }
}
