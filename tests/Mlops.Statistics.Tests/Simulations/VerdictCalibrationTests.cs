namespace Mlops.Statistics.Tests.Simulations;

/// <summary>Holds the rule to its promise: where the change is exactly the bound, it fails and passes at most one time in twenty each.</summary>
public sealed class VerdictCalibrationTests(CalibrationMeasurement measured) : IClassFixture<CalibrationMeasurement>
{
    /// <summary>What a single setting of dense bins may come to: measured with 20,000 pairs, one of 63 has a Fail of 5.7%, the others are within the limit.</summary>
    private const double DenseAllowance = 0.0075;

    /// <summary>What thin bins may come to: measured with 20,000 pairs, Fail is at most 8.5%.</summary>
    private const double ThinAllowance = 0.035;

    /// <summary>What two bins that are not sparse may come to: few possible outcomes make the rates jump by about that.</summary>
    private const double StepAllowance = 0.01;

    [Fact]
    public void Evaluate_DenseBinsAtTheBound_KeepsBothErrorRates() => AssertKept(measured.Dense, DenseAllowance);

    [Fact]
    public void Evaluate_DenseBinsAtTheBound_KeepsThemMoreCloselyOverAll()
    {
        var limit = CalibrationRates.Limit(measured.Dense.Sum(rates => rates.Replicates));

        Assert.InRange(measured.Dense.Average(rates => rates.FailRate), 0.04, limit);
        Assert.InRange(measured.Dense.Average(rates => rates.PassRate), 0.04, limit);
        Assert.InRange(measured.Dense.Average(rates => rates.CoverageRate), 0.89, 0.91);
    }

    [Fact]
    public void Evaluate_ThinBinsAtTheBound_ExceedThemByNoMoreThanIsSaid() => AssertKept(measured.Thin, ThinAllowance);

    [Fact]
    public void Evaluate_TwoBinsAtTheBound_ExceedThemByNoMoreThanAStep() => AssertKept(measured.TwoBins, StepAllowance);

    [Fact]
    public void Evaluate_TwoBinsJudgedByBoxes_KeepBothErrorRates()
    {
        var boxes = measured.TwoBins.Where(rates => rates.BoxRate == 1).ToArray();

        Assert.NotEmpty(boxes);
        Assert.All(
            boxes,
            rates =>
                Assert.True(
                    rates is { FailRate: <= CalibrationRates.Promise, PassRate: <= CalibrationRates.Promise },
                    rates.ToString()
                )
        );
    }

    private static void AssertKept(IReadOnlyList<CalibrationRates> settings, double allowance)
    {
        Assert.NotEmpty(settings);
        Assert.All(
            settings,
            rates =>
            {
                var limit = CalibrationRates.Limit(rates.Replicates) + allowance;
                Assert.True(rates.FailRate <= limit, $"Fails too often: {rates}");
                Assert.True(rates.PassRate <= limit, $"Passes too often: {rates}");
            }
        );
    }
}
