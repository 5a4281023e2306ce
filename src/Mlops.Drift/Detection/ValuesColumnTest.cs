using Mlops.Data;
using Mlops.Statistics.Compute;
using Mlops.Statistics.Distributions;

namespace Mlops.Drift.Detection;

/// <summary>A two-sample test of the values themselves, which runs where it was asked for.</summary>
/// <param name="id">The stable identifier.</param>
/// <param name="name">The name, for people.</param>
/// <param name="statisticName">What its statistic is called.</param>
/// <param name="test">The test of sorted values.</param>
/// <param name="isOfZ">Whether its p-value is that of a normal or nearly normal statistic, which a design effect divides by its root.</param>
internal sealed class ValuesColumnTest(
    string id,
    string name,
    string statisticName,
    ValuesColumnTest.Body test,
    bool isOfZ
) : IColumnTest
{
    /// <summary>The status, the statistic and the p-value of sorted values.</summary>
    public delegate (ResultStatus Status, double Statistic, double PValue) Body(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        ComputeContext? context
    );

    public string Id => id;

    public string Name => name;

    public string StatisticName => statisticName;

    public bool HasPValue => true;

    public double DefaultThreshold => 0.05;

    public bool IsAlwaysRun => false;

    public bool AppliesTo(ColumnKind kind) => kind == ColumnKind.Number;

    public ColumnTest Run(TestInput input)
    {
        if (input.Values is not { } values)
        {
            // Counts in bins do not tell: whoever chose this test has to keep the values.
            return ColumnTest.Unanswered(id, ResultStatus.Undefined);
        }

        var (status, statistic, pValue) = test(values.Reference, values.Current, input.Context);
        return status != ResultStatus.Ok ? ColumnTest.Unanswered(id, status)
            : input.IsIndependent ? ColumnTest.Of(id, statistic, pValue)
            : isOfZ ? ColumnTest.Of(id, statistic, Deflated(pValue, input.RowDesignEffect), TestPrecision.Estimate)
            : ColumnTest.Of(id, statistic, pValue, TestPrecision.Optimistic);
    }

    private static double Deflated(double pValue, double designEffect) =>
        Math.Min(1, 2 * Normal.Cdf(Normal.Quantile(Math.Min(0.5, pValue / 2)) / Math.Sqrt(designEffect)));
}
