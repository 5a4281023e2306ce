using Mlops.Data;
using Mlops.Drift.Dependence;

namespace Mlops.Drift.Detection;

/// <summary>Whether the current data differ from the reference by more than its own periods do.</summary>
internal sealed class PeriodVariationColumnTest : IColumnTest
{
    public const string TestId = "period-variation";

    public string Id => TestId;

    public string Name => "Variation between periods";

    public string StatisticName => "distance";

    public bool HasPValue => true;

    public double DefaultThreshold => 0.05;

    public bool IsAlwaysRun => true;

    public bool AppliesTo(ColumnKind kind) => kind is ColumnKind.Number or ColumnKind.Category or ColumnKind.Boolean;

    public ColumnTest Run(TestInput input)
    {
        if (input.Periods is not { Length: >= PeriodVariation.LeastPeriods } periods)
        {
            return ColumnTest.Unanswered(TestId, ResultStatus.TooFewRows);
        }

        var effect = PeriodVariation.Effect(input.Bins.Reference, input.Bins.Current);
        return ColumnTest.Of(
            TestId,
            Math.Sqrt(Math.Max(0, effect)),
            PeriodVariation.PValue(effect, periods),
            input.IsCountedExactly ? TestPrecision.Exact : TestPrecision.Estimate
        );
    }
}
