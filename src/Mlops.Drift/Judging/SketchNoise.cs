namespace Mlops.Drift.Judging;

/// <summary>What it costs a comparison that counts came through a sketch.</summary>
/// <remarks>
/// A sketch brings an error into the share of a bin whose mean square is at most e². Over K bins with shares p that adds to X
/// what multinomial sampling of n' rows would: 1/n' = Σ(e²/p) / (K - 1). So the effective size becomes
/// N = 1 / (1/n + 1/m + 1/n' + 1/m'), and p-values and intervals widen with it.
/// </remarks>
internal static class SketchNoise
{
    /// <summary>By what the effective size of a comparison has to be divided; 1 when both sides are exact.</summary>
    /// <param name="reference">The reference's counts in the bins.</param>
    /// <param name="current">The current counts in the bins.</param>
    /// <param name="referenceErrors">The bound of the root mean square error of each of the reference's shares.</param>
    /// <param name="currentErrors">The same of the current shares.</param>
    public static double DesignEffect(
        long[] reference,
        long[] current,
        double[] referenceErrors,
        double[] currentErrors
    )
    {
        double n = reference.Sum(),
            m = current.Sum(),
            noise = 0;
        if (n == 0 || m == 0 || reference.Length < 2)
        {
            return 1;
        }

        for (var i = 0; i < reference.Length; i++)
        {
            // Of a bin that is empty in both samples nothing is known but that it is small.
            var share = Math.Max(reference[i] + current[i], 1) / (n + m);
            var (a, b) = (referenceErrors[i], currentErrors[i]);
            noise += ((a * a) + (b * b)) / share;
        }

        return 1 + (noise / (reference.Length - 1) / ((1 / n) + (1 / m)));
    }
}
