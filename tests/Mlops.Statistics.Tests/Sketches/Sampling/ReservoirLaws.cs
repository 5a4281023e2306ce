using FsCheck;
using FsCheck.Fluent;
using Mlops.Statistics.Sketches.Sampling;
using Mlops.Statistics.Tests.Laws;

namespace Mlops.Statistics.Tests.Sketches.Sampling;

/// <summary>Rows with their places, repeated ones among them: the merge is exact, so equality is of all bytes.</summary>
public sealed class ReservoirLaws
    : ParameterisedAccumulatorLaws<Reservoir<double>, (ulong Stream, long Row, double Value)>
{
    protected override Gen<(ulong Stream, long Row, double Value)> Values =>
        Gen.Choose(0, 3)
            .Zip(Gen.Choose(0, 500))
            .Zip(Numbers.Any)
            .Select(t => ((ulong)t.Item1.Item1, (long)t.Item1.Item2, t.Item2));

    protected override IStatisticDefinition<Reservoir<double>> CreateDefinition() =>
        new ReservoirDefinition<double>(8, 5);

    protected override IStatisticDefinition<Reservoir<double>> CreateOtherDefinition() =>
        new ReservoirDefinition<double>(8, 6);

    protected override void Add(Reservoir<double> accumulator, (ulong Stream, long Row, double Value)[] values)
    {
        foreach (var (stream, row, value) in values)
        {
            accumulator.Add(value, row, stream);
        }
    }

    protected override bool IsCounted((ulong Stream, long Row, double Value) value) => !double.IsNaN(value.Value);
}
