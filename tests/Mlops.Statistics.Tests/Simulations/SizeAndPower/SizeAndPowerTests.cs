namespace Mlops.Statistics.Tests.Simulations.SizeAndPower;

/// <summary>Holds every test to its level: never above it, and at it for continuous data.</summary>
public sealed class SizeAndPowerTests(PowerMeasurement measured) : IClassFixture<PowerMeasurement>
{
    [Fact]
    public void PValue_NoChange_IsRejectedAtMostAtTheLevel() =>
        Assert.All(
            measured.Rates.Where(rate => rate.Setting.IsNull),
            rate => Assert.True(rate.RejectedRate <= rate.Size + rate.Margin, rate.ToString())
        );

    [Fact]
    public void PValue_NoChangeOfContinuousData_IsRejectedAtTheLevel() =>
        Assert.All(
            measured.Rates.Where(rate =>
                rate.Setting is { IsNull: true, IsContinuous: true }
                && rate.Known is null
                && rate.Test.Granularity != Granularity.Conservative
            ),
            rate =>
            {
                var size = rate.Test.Granularity == Granularity.Exact ? rate.Attainable : PowerRates.Level;
                Assert.True(Math.Abs(rate.RejectedRate - size) <= rate.Margin, rate.ToString());
            }
        );

    [Fact]
    public void PValue_NoChangeWhereTheSizeIsKnownNotToBeTheLevel_IsRejectedAtThatSize() =>
        Assert.All(
            measured.Rates.Where(rate => rate.Known is not null),
            rate => Assert.True(Math.Abs(rate.RejectedRate - rate.Size) <= rate.Margin, rate.ToString())
        );

    [Fact]
    public void All_SizeThatIsNotTheLevel_HasItsReason() =>
        Assert.All(
            PowerTests.All.Where(test => test.KnownSizes.Count > 0 || test.Granularity == Granularity.Conservative),
            test => Assert.False(string.IsNullOrEmpty(test.Note), test.Name)
        );

    [Fact]
    public void All_KnownSizes_AreOfSettingsThatAreMeasured() =>
        Assert.All(
            PowerTests.All.SelectMany(test => test.KnownSizes, (test, known) => (test, known)),
            item =>
                Assert.Contains(
                    measured.Rates,
                    rate => rate.Test == item.test && ReferenceEquals(rate.Known, item.known)
                )
        );

    [Fact]
    public void PValue_AnyData_IsThereWhereTheTestAppliesToThem() =>
        Assert.All(
            measured.Rates.Where(rate => rate.Setting.IsContinuous),
            rate => Assert.True(rate.UnansweredRate == 0, $"{rate}: {rate.UnansweredRate:P1} without an answer")
        );
}
