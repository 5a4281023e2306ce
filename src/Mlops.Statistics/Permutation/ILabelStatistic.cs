namespace Mlops.Statistics.Permutation;

/// <summary>A statistic of two samples as a function of which pooled value belongs to which side.</summary>
/// <remarks>A struct that holds what does not change under permutation: the pooled values in order, ranks, ends of ties. It is called from many threads.</remarks>
internal interface ILabelStatistic
{
    /// <summary>The statistic; larger is more extreme.</summary>
    /// <param name="labels">For each pooled value, in the order the statistic was made with: 1 for a current value, 0 for one of the reference.</param>
    double Of(ReadOnlySpan<byte> labels);
}
