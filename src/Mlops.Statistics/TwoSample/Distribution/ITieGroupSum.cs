namespace Mlops.Statistics.TwoSample.Distribution;

/// <summary>A sum over the groups of equal values of two samples in their common order. A struct, so that the loop is compiled for it.</summary>
internal interface ITieGroupSum<TSelf>
    where TSelf : struct, ITieGroupSum<TSelf>
{
    /// <summary>Adds a group.</summary>
    /// <param name="first">Values of the first sample below the group.</param>
    /// <param name="second">Values of the second sample below it.</param>
    /// <param name="firstEnd">Values of the first sample in or below it.</param>
    /// <param name="secondEnd">Values of the second sample in or below it.</param>
    void Add(long first, long second, long firstEnd, long secondEnd);

    /// <summary>Adds the sum over other groups.</summary>
    void Merge(in TSelf other);
}
