using Mlops.Data;
using Mlops.Data.Profiles;
using Mlops.Statistics.TwoSample.Distribution;

namespace Mlops.Drift.Detection;

/// <summary>The Wasserstein distance in standard deviations of the reference: of the values where they are there, otherwise of the cells.</summary>
internal sealed class WassersteinColumnTest : IColumnTest
{
    public const string TestId = "wasserstein";

    public string Id => TestId;

    public string Name => "Normalised Wasserstein distance";

    public string StatisticName => "distance";

    public bool HasPValue => false;

    public double DefaultThreshold => 0.1;

    public bool IsAlwaysRun => true;

    public bool AppliesTo(ColumnKind kind) => kind == ColumnKind.Number;

    public ColumnTest Run(TestInput input)
    {
        if (input.Values is not { } values)
        {
            return OfCells((NumericColumnProfile)input.Reference, (NumericColumnProfile)input.Current);
        }

        var distance = Wasserstein.MeasureSorted(values.Reference, values.Current, input.Context);
        return distance.NormalizedStatus == ResultStatus.Ok
            ? ColumnTest.Of(TestId, distance.NormalizedDistance, double.NaN)
            : ColumnTest.Unanswered(TestId, distance.NormalizedStatus);
    }

    private static ColumnTest OfCells(NumericColumnProfile reference, NumericColumnProfile current)
    {
        if (reference.Moments.InfiniteCount + current.Moments.InfiniteCount > 0)
        {
            return ColumnTest.Unanswered(TestId, ResultStatus.Infinite);
        }

        var area = BinnedDistance.Area(reference, current);
        var deviation = Math.Sqrt(reference.Moments.PopulationVariance);
        return deviation > 0 && double.IsFinite(area / deviation)
            ? ColumnTest.Of(TestId, area / deviation, double.NaN, TestPrecision.Estimate)
            : ColumnTest.Unanswered(TestId, ResultStatus.Constant);
    }
}
