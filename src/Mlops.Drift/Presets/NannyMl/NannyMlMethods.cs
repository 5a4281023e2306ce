namespace Mlops.Drift.Presets.NannyMl;

/// <summary>The univariate drift methods of NannyML 0.13, with its bins.</summary>
/// <remarks>
/// NaN is left out, as NannyML does; a chunk without values has no score, where NannyML has NaN. Bins of numbers are the reference's by Doane's rule, and one bin
/// more for whatever a chunk has outside; categories that the reference does not have count as one together.
/// </remarks>
public static class NannyMlMethods
{
    /// <summary><c>jensen_shannon</c> of numbers: the Jensen-Shannon distance to base 2.</summary>
    /// <param name="reference">The reference's values.</param>
    /// <param name="chunk">The values of a chunk.</param>
    public static MethodScore JensenShannon(ReadOnlySpan<double> reference, ReadOnlySpan<double> chunk) =>
        Of(reference, chunk, NannyMlFits.JensenShannon);

    /// <summary><c>hellinger</c> of numbers: ‖√p - √q‖ / √2.</summary>
    /// <inheritdoc cref="JensenShannon(ReadOnlySpan{double}, ReadOnlySpan{double})"/>
    public static MethodScore Hellinger(ReadOnlySpan<double> reference, ReadOnlySpan<double> chunk) =>
        Of(reference, chunk, NannyMlFits.Hellinger);

    /// <summary><c>kolmogorov_smirnov</c>: the statistic D, from 10,000 values of the reference on as seen at the ends of 10,000 equal bins of its range.</summary>
    /// <inheritdoc cref="JensenShannon(ReadOnlySpan{double}, ReadOnlySpan{double})"/>
    public static MethodScore KolmogorovSmirnov(ReadOnlySpan<double> reference, ReadOnlySpan<double> chunk) =>
        Of(reference, chunk, NannyMlFits.KolmogorovSmirnov);

    /// <summary><c>wasserstein</c>: the Wasserstein distance in the values' unit, from 10,000 values of the reference on by 10,000 equal bins of its range and two tails.</summary>
    /// <inheritdoc cref="JensenShannon(ReadOnlySpan{double}, ReadOnlySpan{double})"/>
    public static MethodScore Wasserstein(ReadOnlySpan<double> reference, ReadOnlySpan<double> chunk) =>
        Of(reference, chunk, NannyMlFits.Wasserstein);

    /// <summary><c>jensen_shannon</c> of categories: the Jensen-Shannon distance to base 2.</summary>
    /// <param name="referenceCounts">The reference's count of each category.</param>
    /// <param name="chunkCounts">A chunk's counts of the same categories.</param>
    /// <exception cref="ArgumentException">A count is negative, or the lengths differ.</exception>
    public static MethodScore JensenShannon(ReadOnlySpan<long> referenceCounts, ReadOnlySpan<long> chunkCounts) =>
        Of(referenceCounts, chunkCounts, NannyMlFits.JensenShannon);

    /// <summary><c>hellinger</c> of categories: ‖√p - √q‖ / √2.</summary>
    /// <inheritdoc cref="JensenShannon(ReadOnlySpan{long}, ReadOnlySpan{long})"/>
    public static MethodScore Hellinger(ReadOnlySpan<long> referenceCounts, ReadOnlySpan<long> chunkCounts) =>
        Of(referenceCounts, chunkCounts, NannyMlFits.Hellinger);

    /// <summary><c>l_infinity</c>: the largest difference of a category's shares.</summary>
    /// <inheritdoc cref="JensenShannon(ReadOnlySpan{long}, ReadOnlySpan{long})"/>
    public static MethodScore LInfinity(ReadOnlySpan<long> referenceCounts, ReadOnlySpan<long> chunkCounts) =>
        Of(referenceCounts, chunkCounts, NannyMlFits.ChebyshevDistance);

    /// <summary><c>chi2</c>: the statistic of the chi-square test of homogeneity, with Yates' correction of a 2×2 table.</summary>
    /// <inheritdoc cref="JensenShannon(ReadOnlySpan{long}, ReadOnlySpan{long})"/>
    public static MethodScore ChiSquare(ReadOnlySpan<long> referenceCounts, ReadOnlySpan<long> chunkCounts) =>
        Of(referenceCounts, chunkCounts, NannyMlFits.ChiSquare);

    private static MethodScore Of(ReadOnlySpan<double> reference, ReadOnlySpan<double> chunk, NumberFit fit)
    {
        double[] first = PresetColumnPair.Present(reference),
            second = PresetColumnPair.Present(chunk);
        return Check(first) ?? (second.Length == 0 ? Empty : fit(first)(second));
    }

    private static MethodScore Of(ReadOnlySpan<long> reference, ReadOnlySpan<long> chunk, CategoryFit fit)
    {
        PresetCounts.Check(reference, chunk);
        return PresetCounts.Total(reference) == 0 || PresetCounts.Total(chunk) == 0
            ? Empty
            : fit(reference.ToArray())(chunk);
    }

    internal static MethodScore Empty { get; } =
        MethodScore.None(ResultStatus.Empty, "no values on a side, where NannyML has NaN and no alert");

    /// <summary>Why a reference of numbers can't be learnt from; <see langword="null"/> when it can.</summary>
    internal static MethodScore? Check(double[] reference) =>
        reference.Length == 0 ? Empty
        : !reference.All(double.IsFinite)
            ? MethodScore.None(
                ResultStatus.Infinite,
                "the reference has infinite values, for which NumPy makes no bins and throws"
            )
        : null;
}
