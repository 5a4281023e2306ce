using System.Numerics;
using System.Runtime.Intrinsics;

namespace Mlops.Statistics.Moments;

/// <summary>Eight numbers side by side, however wide the machine's vectors are, so that sums have the same bits on all of them.</summary>
internal unsafe interface IEightDoubles<TSelf>
    : IAdditionOperators<TSelf, TSelf, TSelf>,
        ISubtractionOperators<TSelf, TSelf, TSelf>,
        IMultiplyOperators<TSelf, TSelf, TSelf>
    where TSelf : struct, IEightDoubles<TSelf>
{
    static abstract TSelf Create(double value);

    static abstract TSelf Load(double* values);

    /// <summary>The lesser of each; of two zeros, or when there is NaN, either.</summary>
    static abstract TSelf Min(TSelf a, TSelf b);

    /// <summary>The greater of each; of two zeros, or when there is NaN, either.</summary>
    static abstract TSelf Max(TSelf a, TSelf b);

    /// <summary>The first four and the last four.</summary>
    (Vector256<double> First, Vector256<double> Last) Halves { get; }
}
