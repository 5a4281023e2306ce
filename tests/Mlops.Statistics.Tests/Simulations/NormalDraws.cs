using Mlops.Statistics.Distributions;

namespace Mlops.Statistics.Tests.Simulations;

/// <summary>Normal numbers from uniform ones.</summary>
internal static class NormalDraws
{
    /// <summary>A standard normal number, by inversion.</summary>
    internal static double StandardNormal(this Xoshiro256 random) =>
        Normal.Quantile(random.NextUniform() + (0.5 / (1UL << 53)));
}
