namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>Turns a distance and the reference's deviation into a result.</summary>
internal static class WassersteinSummary
{
    /// <summary>The status of sorted samples.</summary>
    internal static ResultStatus StatusOf(ReadOnlySpan<double> reference, ReadOnlySpan<double> current) =>
        reference.IsEmpty || current.IsEmpty ? ResultStatus.Empty
        : double.IsFinite(reference[0])
        && double.IsFinite(reference[^1])
        && double.IsFinite(current[0])
        && double.IsFinite(current[^1])
            ? ResultStatus.Ok
        : ResultStatus.Infinite;

    /// <summary>1, or less where the distance between the extremes of both samples is beyond the range of a double.</summary>
    internal static double ScaleOf(ReadOnlySpan<double> reference, ReadOnlySpan<double> current) =>
        double.IsFinite(Math.Max(reference[^1], current[^1]) - Math.Min(reference[0], current[0])) ? 1 : 0.25;

    internal static WassersteinResult Unknown(ResultStatus status, long referenceCount, long currentCount) =>
        new()
        {
            Status = status,
            Distance = double.NaN,
            NormalizedStatus = status,
            NormalizedDistance = double.NaN,
            ReferenceCount = referenceCount,
            CurrentCount = currentCount,
        };

    internal static WassersteinResult Of(
        double distance,
        bool isConstant,
        double deviation,
        long referenceCount,
        long currentCount
    )
    {
        var isKnown = !isConstant && deviation > 0 && double.IsFinite(deviation);
        return new WassersteinResult
        {
            Status = ResultStatus.Ok,
            Distance = distance,
            NormalizedStatus =
                isKnown ? ResultStatus.Ok
                : isConstant ? ResultStatus.Constant
                : ResultStatus.Undefined,
            NormalizedDistance = isKnown ? distance / deviation : double.NaN,
            ReferenceCount = referenceCount,
            CurrentCount = currentCount,
        };
    }
}
