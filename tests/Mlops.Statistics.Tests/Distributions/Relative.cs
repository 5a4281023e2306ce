using System.Globalization;

namespace Mlops.Statistics.Tests.Distributions;

/// <summary>Equality to a relative error.</summary>
internal static class Relative
{
    internal static void Equal(double expected, double actual, double tolerance) =>
        Assert.True(
            Math.Abs(actual - expected) <= tolerance * Math.Abs(expected),
            string.Create(
                CultureInfo.InvariantCulture,
                $"Expected {expected:R} within {tolerance:G2} of itself, but it is {actual:R}."
            )
        );
}
