using Mlops.Statistics.Compute;
using Mlops.Statistics.Moments;
using Mlops.Statistics.TwoSample;

namespace Mlops.Statistics.Normality;

/// <summary>What the tests ask of a sample before they look at it.</summary>
internal static class NormalitySample
{
    internal static MomentsResult Moments(ReadOnlySpan<double> values, string name, ComputeContext? context)
    {
        var moments = new MomentsDefinition().Create();
        moments.Add(values, context);
        if (moments.MissingCount > 0)
        {
            SampleChecks.ThrowIfNaN(values, name);
        }

        return moments.Value;
    }

    /// <summary>Why there is no answer, or <see cref="ResultStatus.Ok"/>.</summary>
    internal static ResultStatus Status(MomentsResult moments, long least) =>
        moments switch
        {
            { InfiniteCount: > 0 } => ResultStatus.Infinite,
            { Count: 0, MissingCount: > 0 } => ResultStatus.AllMissing,
            { Count: 0 } => ResultStatus.Empty,
            _ when moments.Count < least => ResultStatus.TooFewRows,
            _ when moments.Minimum == moments.Maximum => ResultStatus.Constant,
            _ when !(moments.SampleVariance > 0) => ResultStatus.Undefined,
            _ => ResultStatus.Ok,
        };
}
