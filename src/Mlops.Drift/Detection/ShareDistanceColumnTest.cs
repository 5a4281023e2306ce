using Mlops.Data;

namespace Mlops.Drift.Detection;

/// <summary>A distance of the judged bins' shares, which is computed where it was asked for.</summary>
/// <param name="id">The stable identifier.</param>
/// <param name="name">The name, for people.</param>
/// <param name="defaultThreshold">The threshold where it is the rule and none is named.</param>
/// <param name="distance">The distance of two sets of counts.</param>
internal sealed class ShareDistanceColumnTest(
    string id,
    string name,
    double defaultThreshold,
    ShareDistanceColumnTest.Body distance
) : IColumnTest
{
    /// <summary>The distance of two sets of counts.</summary>
    public delegate double Body(ReadOnlySpan<long> reference, ReadOnlySpan<long> current);

    public string Id => id;

    public string Name => name;

    public string StatisticName => "distance";

    public bool HasPValue => false;

    public double DefaultThreshold => defaultThreshold;

    public bool IsAlwaysRun => false;

    public bool AppliesTo(ColumnKind kind) => kind is ColumnKind.Number or ColumnKind.Category or ColumnKind.Boolean;

    public ColumnTest Run(TestInput input) =>
        ColumnTest.Of(
            id,
            distance(input.Bins.Reference, input.Bins.Current),
            double.NaN,
            input.IsCountedExactly ? TestPrecision.Exact : TestPrecision.Estimate
        );
}
