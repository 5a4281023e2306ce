using System.Numerics;
using System.Runtime.Intrinsics;

namespace Mlops.Statistics.Compute;

/// <summary>Vectors of 256 bits.</summary>
internal readonly unsafe struct Lanes256<T> : ILanes<T, Vector256<T>>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Count => Vector256<T>.Count;

    public static Vector256<T> Create(T value) => Vector256.Create(value);

    public static Vector256<T> Load(T* values) => Vector256.Load(values);

    public static void Store(Vector256<T> vector, T* destination) => vector.Store(destination);

    public static Vector256<T> Add(Vector256<T> a, Vector256<T> b) => a + b;

    public static Vector256<T> Subtract(Vector256<T> a, Vector256<T> b) => a - b;

    public static Vector256<T> Multiply(Vector256<T> a, Vector256<T> b) => a * b;

    public static Vector256<T> Min(Vector256<T> a, Vector256<T> b) => Vector256.MinNative(a, b);

    public static Vector256<T> Max(Vector256<T> a, Vector256<T> b) => Vector256.MaxNative(a, b);

    public static Vector256<T> CountAbove(Vector256<T> counts, Vector256<T> value, Vector256<T> bound) =>
        Increment(counts, Vector256.GreaterThan(value, bound));

    public static Vector256<T> CountNumbers(Vector256<T> counts, Vector256<T> value) =>
        Increment(counts, Vector256.Equals(value, value));

    public static Vector256<T> ZeroIfNaN(Vector256<T> value) => value & Vector256.Equals(value, value);

    public static long Total(Vector256<T> counts) =>
        sizeof(T) == sizeof(long) ? Vector256.Sum(counts.AsInt64()) : Vector256.Sum(counts.AsInt32());

    private static Vector256<T> Increment(Vector256<T> counts, Vector256<T> mask) =>
        sizeof(T) == sizeof(long)
            ? (counts.AsInt64() - mask.AsInt64()).As<long, T>()
            : (counts.AsInt32() - mask.AsInt32()).As<int, T>();
}
