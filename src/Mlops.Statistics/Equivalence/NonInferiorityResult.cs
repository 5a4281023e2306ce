namespace Mlops.Statistics.Equivalence;

/// <summary>Whether the current data are surely not worse than the reference by the margin.</summary>
/// <remarks>Where <see cref="Status"/> is not <see cref="ResultStatus.Ok"/>, what can't be known is NaN.</remarks>
public sealed record NonInferiorityResult
{
    /// <summary>Whether there is an answer; for means the reasons are those of <see cref="TwoSample.Location.TTestResult.Status"/>, for shares <see cref="ResultStatus.Empty"/> without trials on a side.</summary>
    public required ResultStatus Status { get; init; }

    /// <summary>The test's statistic, t or z: larger speaks more for the current data.</summary>
    public required double Statistic { get; init; }

    /// <summary>The probability, under a loss of exactly the margin, of a statistic at least as large, in [0,1].</summary>
    public required double PValue { get; init; }

    /// <summary>The gain of the current data: current less reference where higher is better, reference less current where lower is.</summary>
    public required double Gain { get; init; }

    /// <summary>The least gain that the test does not reject; the current data are not inferior when it is above minus the margin.</summary>
    public required double LeastGain { get; init; }

    /// <summary>Whether <see cref="PValue"/> is at most the significance level. Not shown does not say inferior.</summary>
    public required bool IsNonInferior { get; init; }

    /// <summary>What was asked.</summary>
    public required NonInferiorityOptions Options { get; init; }
}
