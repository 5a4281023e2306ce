namespace Mlops.Statistics.TwoSample.Categorical;

/// <summary>Checks of successes and trials.</summary>
internal static class ProportionChecks
{
    internal static double Level(double value, string name) =>
        value is > 0 and < 1
            ? value
            : throw new ArgumentOutOfRangeException(name, value, "The confidence level must lie in (0,1).");

    internal static void Counts(
        long referenceSuccesses,
        long referenceTrials,
        long currentSuccesses,
        long currentTrials
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(referenceTrials);
        ArgumentOutOfRangeException.ThrowIfNegative(referenceSuccesses);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(referenceSuccesses, referenceTrials);
        ArgumentOutOfRangeException.ThrowIfNegative(currentTrials);
        ArgumentOutOfRangeException.ThrowIfNegative(currentSuccesses);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(currentSuccesses, currentTrials);
    }
}
