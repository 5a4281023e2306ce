namespace Mlops.Statistics.MultipleTesting.Online;

/// <summary>Checks that the online procedures share.</summary>
internal static class OnlineChecks
{
    internal static double Rate(double value, string name) =>
        value is > 0 and < 1
            ? value
            : throw new ArgumentOutOfRangeException(name, value, "The rate must lie in (0,1).");

    internal static double Wealth(double value, double rate, string name) =>
        value > 0 && value <= rate
            ? value
            : throw new ArgumentOutOfRangeException(
                name,
                value,
                "The initial wealth must be positive, and at most the false discovery rate."
            );

    internal static double PValue(double value, string name) =>
        value is >= 0 and <= 1
            ? value
            : throw new ArgumentOutOfRangeException(name, value, "A p-value lies in [0,1].");

    internal static void SameParameter(double expected, double read, string name, string definitionId)
    {
        if (expected != read)
        {
            throw new FormatException(
                string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"'{name}' in the state of '{definitionId}' is {read}; this definition has {expected}."
                )
            );
        }
    }
}
