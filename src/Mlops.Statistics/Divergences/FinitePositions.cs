using System.Globalization;

namespace Mlops.Statistics.Divergences;

/// <summary>Checks of a number for each bin.</summary>
internal static class FinitePositions
{
    internal static void Check(ReadOnlySpan<double> values, int bins, string name, string binsName, string what)
    {
        if (values.Length != bins)
        {
            throw new ArgumentException(
                $"'{name}' has {values.Length} values and '{binsName}' has {bins} bins; each bin needs one.",
                name
            );
        }

        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                throw new ArgumentException(
                    $"'{name}' has {values[i].ToString(CultureInfo.InvariantCulture)} at position {i}; {what} must be finite.",
                    name
                );
            }
        }
    }

    internal static void CheckAscending(ReadOnlySpan<double> values, string name)
    {
        for (var i = 1; i < values.Length; i++)
        {
            if (values[i] < values[i - 1])
            {
                throw new ArgumentException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"'{name}' has {values[i]} at position {i}, after {values[i - 1]}; positions must be ascending."
                    ),
                    name
                );
            }
        }
    }
}
