using Mlops.Statistics.Distributions;
using Mlops.Statistics.Moments;
using Mlops.Statistics.TwoSample.Location;

namespace Mlops.Statistics.EffectSizes;

/// <summary>A difference of means in pooled standard deviations, before any correction.</summary>
internal readonly record struct PooledDifference(
    ResultStatus Status,
    double Value,
    double StandardDeviation,
    double DegreesOfFreedom,
    double ReferenceCount,
    double CurrentCount
)
{
    /// <summary>√(nm / (n + m)): the noncentrality of t over the population's value.</summary>
    internal double RootOfRows => 1 / Math.Sqrt((1 / ReferenceCount) + (1 / CurrentCount));

    internal double Statistic => Value * RootOfRows;

    internal static PooledDifference Of(MeanSummary reference, MeanSummary current)
    {
        var mean = MeanDifference.Of(reference, current, TTestVariances.Equal);
        var (n, m) = (reference.EffectiveCount, current.EffectiveCount);
        var deviation = mean.StandardError / Math.Sqrt((1 / n) + (1 / m));
        var isOk = mean.Status == ResultStatus.Ok;
        var value = mean.Value / deviation;
        return new PooledDifference(
            isOk && !double.IsFinite(value) ? ResultStatus.Undefined : mean.Status,
            isOk ? value : double.NaN,
            deviation,
            mean.DegreesOfFreedom,
            n,
            m
        );
    }

    internal StandardizedDifference Scaled(double factor, double confidenceLevel)
    {
        var isOk = Status == ResultStatus.Ok;
        double lower = double.NaN,
            upper = double.NaN;
        if (isOk)
        {
            (lower, upper) = Limits((1 - confidenceLevel) / 2);
        }

        return new StandardizedDifference
        {
            Status = Status,
            Value = isOk ? Value * factor : double.NaN,
            Interval = new ConfidenceInterval(lower * factor, upper * factor, confidenceLevel),
            StandardDeviation = StandardDeviation,
            ReferenceCount = ReferenceCount,
            CurrentCount = CurrentCount,
        };
    }

    /// <summary>The population's values of which the data are at the ends of what is probable.</summary>
    internal (double Lower, double Upper) Limits(double tail) =>
        (
            NoncentralStudentT.Noncentrality(Statistic, DegreesOfFreedom, 1 - tail) / RootOfRows,
            NoncentralStudentT.Noncentrality(Statistic, DegreesOfFreedom, tail) / RootOfRows
        );
}
