using System.Runtime.Intrinsics;

namespace Mlops.Statistics.Moments;

/// <summary>Eight numbers in two vectors of 256 bits.</summary>
internal readonly unsafe struct EightInTwoVectors(Vector256<double> first, Vector256<double> last)
    : IEightDoubles<EightInTwoVectors>
{
    private readonly Vector256<double> _first = first;
    private readonly Vector256<double> _last = last;

    public (Vector256<double> First, Vector256<double> Last) Halves => (_first, _last);

    public static EightInTwoVectors Create(double value) => new(Vector256.Create(value), Vector256.Create(value));

    public static EightInTwoVectors Load(double* values) => new(Vector256.Load(values), Vector256.Load(values + 4));

    public static EightInTwoVectors Min(EightInTwoVectors a, EightInTwoVectors b) =>
        new(Vector256.MinNative(a._first, b._first), Vector256.MinNative(a._last, b._last));

    public static EightInTwoVectors Max(EightInTwoVectors a, EightInTwoVectors b) =>
        new(Vector256.MaxNative(a._first, b._first), Vector256.MaxNative(a._last, b._last));

    public static EightInTwoVectors operator +(EightInTwoVectors a, EightInTwoVectors b) =>
        new(a._first + b._first, a._last + b._last);

    public static EightInTwoVectors operator -(EightInTwoVectors a, EightInTwoVectors b) =>
        new(a._first - b._first, a._last - b._last);

    public static EightInTwoVectors operator *(EightInTwoVectors a, EightInTwoVectors b) =>
        new(a._first * b._first, a._last * b._last);
}
