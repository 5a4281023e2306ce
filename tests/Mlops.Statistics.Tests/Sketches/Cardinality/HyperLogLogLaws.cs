using FsCheck;
using Mlops.Statistics.Sketches.Cardinality;
using Mlops.Statistics.Tests.Laws;

namespace Mlops.Statistics.Tests.Sketches.Cardinality;

/// <summary>Six hashes are kept as they are, so that most generated arrays end as registers, and parts of them do not. Equality is of all bytes.</summary>
public sealed class HyperLogLogLaws : ParameterisedAccumulatorLaws<HyperLogLog, double>
{
    protected override Gen<double> Values => Numbers.Any;

    protected override IStatisticDefinition<HyperLogLog> CreateDefinition() => new HyperLogLogDefinition(6, 5);

    protected override IStatisticDefinition<HyperLogLog> CreateOtherDefinition() => new HyperLogLogDefinition(6, 6);

    protected override void Add(HyperLogLog accumulator, double[] values) => accumulator.Add(values);

    protected override bool IsCounted(double value) => !double.IsNaN(value);
}
