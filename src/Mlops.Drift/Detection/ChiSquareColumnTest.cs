using Mlops.Data;
using Mlops.Statistics.Distributions;
using Mlops.Statistics.TwoSample.Categorical;

namespace Mlops.Drift.Detection;

/// <summary>The chi-square test of homogeneity on the judged bins, pooled so that expected counts suffice.</summary>
internal sealed class ChiSquareColumnTest : IColumnTest
{
    public const string TestId = "chi-square";

    public string Id => TestId;

    public string Name => "Chi-square";

    public string StatisticName => "X²";

    public bool HasPValue => true;

    public double DefaultThreshold => 0.05;

    public bool IsAlwaysRun => true;

    public bool AppliesTo(ColumnKind kind) => kind is ColumnKind.Number or ColumnKind.Category or ColumnKind.Boolean;

    public ColumnTest Run(TestInput input)
    {
        var test = ChiSquareTest.Homogeneity(input.Bins.PooledReference, input.Bins.PooledCurrent);
        if (test.Status != ResultStatus.Ok)
        {
            return ColumnTest.Unanswered(TestId, test.Status);
        }

        if (input.IsCountedExactly && input.IsIndependent)
        {
            return ColumnTest.Of(TestId, test.Statistic, test.PValue);
        }

        // The first-order correction of Rao and Scott (1984), for rows that depend on each other; the sketch's noise counts as more of it.
        var corrected = test.Statistic / (input.Bins.DesignEffect + input.RowDesignEffect - 1);
        return ColumnTest.Of(
            TestId,
            corrected,
            ChiSquare.Survival(corrected, test.DegreesOfFreedom),
            TestPrecision.Estimate
        );
    }
}
