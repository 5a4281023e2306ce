using Mlops.Data;
using Mlops.Statistics.Divergences;

namespace Mlops.Drift.Detection;

/// <summary>The population stability index of the judged bins, before pooling.</summary>
internal sealed class PopulationStabilityColumnTest : IColumnTest
{
    public const string TestId = "population-stability";

    public string Id => TestId;

    public string Name => "Population stability index";

    public string StatisticName => "PSI";

    public bool HasPValue => false;

    public double DefaultThreshold => 0.25;

    public bool IsAlwaysRun => true;

    public bool AppliesTo(ColumnKind kind) => kind is ColumnKind.Number or ColumnKind.Category or ColumnKind.Boolean;

    public ColumnTest Run(TestInput input) =>
        ColumnTest.Of(
            TestId,
            PopulationStabilityIndex.Index(input.Bins.Reference, input.Bins.Current),
            double.NaN,
            input.IsCountedExactly ? TestPrecision.Exact : TestPrecision.Estimate
        );
}
