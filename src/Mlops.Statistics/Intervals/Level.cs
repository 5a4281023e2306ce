namespace Mlops.Statistics.Intervals;

/// <summary>The check of a level of confidence or significance.</summary>
internal static class Level
{
    internal static double Checked(double value, string name) =>
        value is > 0 and < 1
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"{name} must lie in (0,1).");
}
