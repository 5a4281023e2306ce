using FsCheck;
using FsCheck.Fluent;

namespace Mlops.Statistics.Tests.Laws;

/// <summary>Generators of awkward numbers.</summary>
internal static class Numbers
{
    /// <summary>Small whole numbers (ties), halves, any finite double, and the ends of the range.</summary>
    internal static Gen<double> Finite { get; } =
        Gen.Frequency(
            (4, Gen.Choose(-5, 5).Select(i => (double)i)),
            (4, Gen.Choose(-2_000_000, 2_000_000).Select(i => i / 1024.0)),
            (2, ArbMap.Default.GeneratorFor<double>().Where(double.IsFinite)),
            (1, Gen.Elements(double.MaxValue, double.MinValue, double.Epsilon, -double.Epsilon, -0.0, 1e-310))
        );

    /// <summary>The same, and the infinities.</summary>
    internal static Gen<double> Ordered { get; } =
        Gen.Frequency((9, Finite), (1, Gen.Elements(double.PositiveInfinity, double.NegativeInfinity)));

    /// <summary>The same, and NaN.</summary>
    internal static Gen<double> Any { get; } = Gen.Frequency((9, Ordered), (1, Gen.Constant(double.NaN)));

    /// <summary>Numbers of one scale, far from zero, with NaN and infinities among them.</summary>
    internal static Gen<double> Offset { get; } =
        Gen.Frequency(
            (9, Gen.Choose(-1_000_000, 1_000_000).Select(i => 1e9 + (i / 1024.0))),
            (1, Gen.Elements(double.NaN, double.PositiveInfinity, double.NegativeInfinity))
        );
}
