namespace Mlops.Statistics.Moments;

/// <summary>Turns sums of powers into the moments that people ask for.</summary>
internal static class MomentsSummary
{
    /// <summary>Below it, powers of the deviations have lost digits to underflow.</summary>
    private const double SmallestPower = 1e-290;

    internal static MomentsResult Of(in CentralMoments moments)
    {
        double count = moments.Count;
        var isConstant = moments.Minimum == moments.Maximum;
        var variance = moments.Count == 0 || !double.IsFinite(moments.M2) ? double.NaN : moments.M2 / count;
        var cube = variance * Math.Sqrt(variance);
        var square = variance * variance;
        var skewness = Ratio(moments.M3 / count, cube);
        var kurtosis = Ratio(moments.M4 / count, square) - 3;
        return new MomentsResult
        {
            Count = moments.Count,
            MissingCount = moments.MissingCount,
            InfiniteCount = moments.InfiniteCount,
            Mean = moments.Count == 0 ? double.NaN : moments.Mean,
            PopulationVariance = variance,
            SampleVariance = moments.Count < 2 || double.IsNaN(variance) ? double.NaN : moments.M2 / (count - 1),
            Skewness = skewness,
            ExcessKurtosis = kurtosis,
            Minimum = moments.Count == 0 ? double.NaN : moments.Minimum,
            Maximum = moments.Count == 0 ? double.NaN : moments.Maximum,
            Status = moments switch
            {
                { InfiniteCount: > 0 } => ResultStatus.Infinite,
                { Count: 0, MissingCount: 0 } => ResultStatus.Empty,
                { Count: 0 } => ResultStatus.AllMissing,
                { Count: 1 } => ResultStatus.TooFewRows,
                _ when isConstant => ResultStatus.Constant,
                _ when double.IsNaN(skewness) || double.IsNaN(kurtosis) => ResultStatus.Undefined,
                _ => ResultStatus.Ok,
            },
        };
    }

    private static double Ratio(double moment, double power)
    {
        var ratio = moment / power;
        return power >= SmallestPower && double.IsFinite(ratio) ? ratio : double.NaN;
    }
}
