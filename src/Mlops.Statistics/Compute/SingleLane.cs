using System.Numerics;

namespace Mlops.Statistics.Compute;

/// <summary>One number at a time: what is left over at the end, and machines without vectors.</summary>
internal readonly unsafe struct SingleLane<T> : ILanes<T, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Count => 1;

    public static T Create(T value) => value;

    public static T Load(T* values) => *values;

    public static void Store(T vector, T* destination) => *destination = vector;

    public static T Add(T a, T b) => a + b;

    public static T Subtract(T a, T b) => a - b;

    public static T Multiply(T a, T b) => a * b;

    public static T Min(T a, T b) => T.MinNative(a, b);

    public static T Max(T a, T b) => T.MaxNative(a, b);

    public static T CountAbove(T counts, T value, T bound) => value > bound ? counts + T.One : counts;

    public static T CountNumbers(T counts, T value) => T.IsNaN(value) ? counts : counts + T.One;

    public static T ZeroIfNaN(T value) => T.IsNaN(value) ? T.Zero : value;

    public static long Total(T counts) => long.CreateTruncating(counts);
}
