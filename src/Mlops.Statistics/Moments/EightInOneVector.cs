using System.Runtime.Intrinsics;

namespace Mlops.Statistics.Moments;

/// <summary>Eight numbers in a vector of 512 bits.</summary>
internal readonly unsafe struct EightInOneVector(Vector512<double> all) : IEightDoubles<EightInOneVector>
{
    private readonly Vector512<double> _all = all;

    public (Vector256<double> First, Vector256<double> Last) Halves => (_all.GetLower(), _all.GetUpper());

    public static EightInOneVector Create(double value) => new(Vector512.Create(value));

    public static EightInOneVector Load(double* values) => new(Vector512.Load(values));

    public static EightInOneVector Min(EightInOneVector a, EightInOneVector b) =>
        new(Vector512.MinNative(a._all, b._all));

    public static EightInOneVector Max(EightInOneVector a, EightInOneVector b) =>
        new(Vector512.MaxNative(a._all, b._all));

    public static EightInOneVector operator +(EightInOneVector a, EightInOneVector b) => new(a._all + b._all);

    public static EightInOneVector operator -(EightInOneVector a, EightInOneVector b) => new(a._all - b._all);

    public static EightInOneVector operator *(EightInOneVector a, EightInOneVector b) => new(a._all * b._all);
}
