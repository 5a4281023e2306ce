using Mlops.Drift.Detection;
using Mlops.Drift.Judging;

namespace Mlops.Drift.Tests.Judging;

public class RuleVerdictTests
{
    [Theory]
    [InlineData(0.049, 0.06, TestPrecision.Exact, Verdict.Pass)]
    [InlineData(0.01, 0.05, TestPrecision.Exact, Verdict.Fail)]
    [InlineData(0.01, 0.05, TestPrecision.Bound, Verdict.Fail)]
    [InlineData(0.2, 0.5, TestPrecision.Bound, Verdict.Inconclusive)]
    [InlineData(0.2, 0.5, TestPrecision.Estimate, Verdict.Pass)]
    public void Of_APValue_DecidesByTheAdjustedOne(double p, double adjusted, TestPrecision precision, Verdict expected)
    {
        var test = ColumnTest.Of("kolmogorov-smirnov", 0.1, p, precision) with { AdjustedPValue = adjusted };

        Assert.Equal(expected, RuleVerdict.Of(DriftRule.KolmogorovSmirnov(), test));
    }

    [Theory]
    [InlineData(0.0999, Verdict.Pass)]
    [InlineData(0.1, Verdict.Fail)]
    [InlineData(0.15, Verdict.Fail)]
    public void Of_ADistance_DecidesByItsThreshold(double distance, Verdict expected) =>
        Assert.Equal(
            expected,
            RuleVerdict.Of(DriftRule.Wasserstein(), ColumnTest.Of("wasserstein", distance, double.NaN))
        );

    [Fact]
    public void Of_ATestWithoutAnAnswer_DecidesNothing() =>
        Assert.Null(
            RuleVerdict.Of(DriftRule.Wasserstein(), ColumnTest.Unanswered("wasserstein", ResultStatus.Constant))
        );

    [Fact]
    public void Judge_ColumnsOfAnotherRule_TakeNothingOfTheSharedErrorRate()
    {
        var (reference, current) = (DriftBaselineTests.Mixed(3000, 1), DriftBaselineTests.Mixed(3000, 2));
        var shared = DriftBaseline.Fit(reference).Compare(current);
        var options = DriftOptions.Default with { NumericRule = DriftRule.Wasserstein() };

        var apart = DriftBaseline.Fit(reference, options).Compare(current);

        Assert.True(double.IsNaN(Value(apart, "number").AdjustedDriftPValue));
        Assert.False(double.IsNaN(Value(shared, "number").AdjustedDriftPValue));
        Assert.Equal(Value(shared, "number").AdjustedDetectionPValue, Value(apart, "number").AdjustedDetectionPValue);
        Assert.Equal(DriftRule.Wasserstein(), apart["small"].Rule);
        Assert.Null(apart["number"].Settling);

        static DriftComponent Value(DriftReport report, string column) =>
            report[column].Component(ComponentKind.Value)!;
    }
}
