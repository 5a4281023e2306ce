namespace Mlops.Statistics.TwoSample.Ranks;

/// <summary>Sees the groups of equal values of two samples together, in ascending order. A value without its like is a group of one.</summary>
internal interface ITieGroupVisitor
{
    /// <summary>Called once for each group.</summary>
    /// <param name="first">How many values of the first sample lie below it.</param>
    /// <param name="second">How many values of the second sample lie below it.</param>
    /// <param name="firstEnd">The same with those of the group itself.</param>
    /// <param name="secondEnd">The same with those of the group itself.</param>
    void Visit(long first, long second, long firstEnd, long secondEnd);
}
