using Mlops.Statistics.Moments;

namespace Mlops.Statistics.TwoSample.Location;

/// <summary>The difference of two means with its standard error and degrees of freedom, or why it has none.</summary>
internal readonly record struct MeanDifference(
    ResultStatus Status,
    double Value,
    double StandardError,
    double DegreesOfFreedom
)
{
    internal static MeanDifference Of(MeanSummary reference, MeanSummary current, TTestVariances variances)
    {
        if (reference.Status != ResultStatus.Ok || current.Status != ResultStatus.Ok)
        {
            var status = reference.Status != ResultStatus.Ok ? reference.Status : current.Status;
            return new MeanDifference(status, double.NaN, double.NaN, double.NaN);
        }

        var difference = current.Mean - reference.Mean;
        var (error, degrees) =
            variances == TTestVariances.Equal ? Student(reference, current) : Welch(reference, current);
        var because =
            !(degrees > 0) || double.IsInfinity(degrees) ? ResultStatus.TooFewRows
            : error == 0 ? ResultStatus.Constant
            : !double.IsFinite(difference) || !double.IsFinite(error) ? ResultStatus.Undefined
            : ResultStatus.Ok;
        return because == ResultStatus.TooFewRows
            ? new MeanDifference(because, difference, double.NaN, double.NaN)
            : new MeanDifference(because, difference, error, degrees);
    }

    private static (double Error, double Degrees) Student(MeanSummary reference, MeanSummary current)
    {
        double n = reference.EffectiveCount,
            m = current.EffectiveCount,
            degrees = n + m - 2;
        var pooled = (reference.SumOfSquares + current.SumOfSquares) / degrees;
        return (Math.Sqrt(pooled) * Math.Sqrt((1 / n) + (1 / m)), degrees);
    }

    private static (double Error, double Degrees) Welch(MeanSummary reference, MeanSummary current)
    {
        double n = reference.EffectiveCount,
            m = current.EffectiveCount;
        if (!(n > 1 && m > 1))
        {
            return (double.NaN, 0);
        }

        double first = reference.SampleVariance / n,
            second = current.SampleVariance / m,
            sum = first + second;
        if (sum == 0)
        {
            return (0, Math.Min(n, m) - 1);
        }

        // Shares of the sum: their squares neither over- nor underflow.
        double share = first / sum,
            rest = second / sum;
        return (Math.Sqrt(sum), 1 / ((share * share / (n - 1)) + (rest * rest / (m - 1))));
    }
}
