using System.Numerics;
using System.Runtime.Intrinsics;

namespace Mlops.Statistics.Compute;

/// <summary>Vectors of 512 bits.</summary>
internal readonly unsafe struct Lanes512<T> : ILanes<T, Vector512<T>>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Count => Vector512<T>.Count;

    public static Vector512<T> Create(T value) => Vector512.Create(value);

    public static Vector512<T> Load(T* values) => Vector512.Load(values);

    public static void Store(Vector512<T> vector, T* destination) => vector.Store(destination);

    public static Vector512<T> Add(Vector512<T> a, Vector512<T> b) => a + b;

    public static Vector512<T> Subtract(Vector512<T> a, Vector512<T> b) => a - b;

    public static Vector512<T> Multiply(Vector512<T> a, Vector512<T> b) => a * b;

    public static Vector512<T> Min(Vector512<T> a, Vector512<T> b) => Vector512.MinNative(a, b);

    public static Vector512<T> Max(Vector512<T> a, Vector512<T> b) => Vector512.MaxNative(a, b);

    public static Vector512<T> CountAbove(Vector512<T> counts, Vector512<T> value, Vector512<T> bound) =>
        Increment(counts, Vector512.GreaterThan(value, bound));

    public static Vector512<T> CountNumbers(Vector512<T> counts, Vector512<T> value) =>
        Increment(counts, Vector512.Equals(value, value));

    public static Vector512<T> ZeroIfNaN(Vector512<T> value) =>
        Vector512.ConditionalSelect(Vector512.Equals(value, value), value, Vector512<T>.Zero);

    public static long Total(Vector512<T> counts) =>
        sizeof(T) == sizeof(long) ? Vector512.Sum(counts.AsInt64()) : Vector512.Sum(counts.AsInt32());

    private static Vector512<T> Increment(Vector512<T> counts, Vector512<T> mask) =>
        sizeof(T) == sizeof(long)
            ? Vector512
                .ConditionalSelect(mask.AsInt64(), counts.AsInt64() + Vector512<long>.One, counts.AsInt64())
                .As<long, T>()
            : Vector512
                .ConditionalSelect(mask.AsInt32(), counts.AsInt32() + Vector512<int>.One, counts.AsInt32())
                .As<int, T>();
}
