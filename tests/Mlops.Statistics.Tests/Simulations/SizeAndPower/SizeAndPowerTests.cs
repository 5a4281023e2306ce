namespace Mlops.Statistics.Tests.Simulations.SizeAndPower;

/// <summary>Holds every test to its level: never above it, and at it for continuous data.</summary>
public sealed class SizeAndPowerTests(PowerMeasurement measured) : IClassFixture<PowerMeasurement>
{
    [Fact]
    public void PValue_NoChange_IsRejectedAtMostAtTheLevel() =>
        Assert.All(
            measured.Rates.Where(rate => rate.Setting.IsNull),
            rate => Assert.True(rate.RejectedRate <= PowerRates.Level + rate.Margin, rate.ToString())
        );

    [Fact]
    public void PValue_NoChangeOfContinuousData_IsRejectedAtTheLevel() =>
        Assert.All(
            measured.Rates.Where(rate =>
                rate.Setting is { IsNull: true, IsContinuous: true }
                && rate.Test.Granularity != Granularity.Conservative
            ),
            rate =>
            {
                var size = rate.Test.Granularity == Granularity.Exact ? rate.Attainable : PowerRates.Level;
                Assert.True(Math.Abs(rate.RejectedRate - size) <= rate.Margin, rate.ToString());
            }
        );

    [Fact]
    public void PValue_AnyData_IsThereWhereTheTestAppliesToThem() =>
        Assert.All(
            measured.Rates.Where(rate => rate.Setting.IsContinuous),
            rate => Assert.True(rate.UnansweredRate == 0, $"{rate}: {rate.UnansweredRate:P1} without an answer")
        );
}
