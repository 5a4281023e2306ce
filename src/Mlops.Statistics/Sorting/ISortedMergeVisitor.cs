namespace Mlops.Statistics.Sorting;

/// <summary>Sees the steps of a merge of two sorted samples. A struct, so that the loop is compiled for it.</summary>
internal interface ISortedMergeVisitor
{
    /// <summary>Called between one value and the next of both samples together.</summary>
    /// <param name="value">The last value that was taken.</param>
    /// <param name="next">The value that will be taken now: at least <paramref name="value"/>, and equal to it within a group of ties.</param>
    /// <param name="first">How many values of the first sample have been taken.</param>
    /// <param name="second">How many values of the second sample have been taken.</param>
    void Visit(double value, double next, long first, long second);
}
