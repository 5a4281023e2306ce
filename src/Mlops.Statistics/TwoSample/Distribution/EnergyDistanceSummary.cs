namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>Turns the integrals into a result.</summary>
internal static class EnergyDistanceSummary
{
    internal static EnergyDistanceResult Unknown(ResultStatus status, long referenceCount, long currentCount) =>
        new()
        {
            Status = status,
            Distance = double.NaN,
            Statistic = double.NaN,
            UnbiasedStatus = status,
            UnbiasedStatistic = double.NaN,
            NormalizedStatus = status,
            NormalizedStatistic = double.NaN,
            ReferenceCount = referenceCount,
            CurrentCount = currentCount,
        };

    /// <param name="between">∫ (F_reference - F_current)², times the scale.</param>
    /// <param name="withinReference">∫ F (1 - F) of the reference, times the scale.</param>
    /// <param name="withinCurrent">The same of the current values.</param>
    /// <param name="scale">What the values were multiplied by.</param>
    /// <param name="referenceCount">n.</param>
    /// <param name="currentCount">m.</param>
    /// <param name="areRows">Whether the counts are rows, so that pairs of a row with itself can be left out.</param>
    internal static EnergyDistanceResult Of(
        double between,
        double withinReference,
        double withinCurrent,
        double scale,
        long referenceCount,
        long currentCount,
        bool areRows
    )
    {
        double energy = 2 * between,
            reference = 2 * withinReference,
            current = 2 * withinCurrent,
            cross = energy + reference + current;
        var unbiasedStatus =
            !areRows ? ResultStatus.Undefined
            : referenceCount < 2 || currentCount < 2 ? ResultStatus.TooFewRows
            : ResultStatus.Ok;
        var unbiased = energy - (reference / (referenceCount - 1)) - (current / (currentCount - 1));
        return new EnergyDistanceResult
        {
            Status = ResultStatus.Ok,
            Distance = Math.Sqrt(energy) / Math.Sqrt(scale),
            Statistic = energy / scale,
            UnbiasedStatus = unbiasedStatus,
            UnbiasedStatistic = unbiasedStatus == ResultStatus.Ok ? unbiased / scale : double.NaN,
            NormalizedStatus = cross > 0 ? ResultStatus.Ok : ResultStatus.Constant,
            NormalizedStatistic = cross > 0 ? energy / cross : double.NaN,
            ReferenceCount = referenceCount,
            CurrentCount = currentCount,
        };
    }
}
