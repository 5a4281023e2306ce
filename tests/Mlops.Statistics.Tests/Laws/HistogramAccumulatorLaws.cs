using FsCheck;
using Mlops.Statistics.Histograms;

namespace Mlops.Statistics.Tests.Laws;

public sealed class HistogramAccumulatorLaws : ParameterisedAccumulatorLaws<HistogramAccumulator, double>
{
    protected override Gen<double> Values => Numbers.Any;

    protected override IStatisticDefinition<HistogramAccumulator> CreateDefinition() =>
        new HistogramDefinition(-3, 0, 0.5, 2, 1000);

    protected override IStatisticDefinition<HistogramAccumulator> CreateOtherDefinition() =>
        new HistogramDefinition(-3, 0, 0.5, 2, 1001);

    protected override void Add(HistogramAccumulator accumulator, double[] values) => accumulator.Add(values);

    protected override bool IsCounted(double value) => !double.IsNaN(value);
}
