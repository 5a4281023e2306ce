namespace Mlops.Statistics.Tests.Simulations.SizeAndPower;

/// <summary>A test of two samples, as the measurement calls it.</summary>
/// <param name="Family">Which table it stands in.</param>
/// <param name="Name">Its name there.</param>
/// <param name="PValue">The p-value of reference and current data, with a seed for those that draw; NaN where the test has no answer.</param>
/// <param name="Granularity">Whether its p-values are few: then the size that it can have is the largest p-value at or under the level.</param>
/// <param name="Cost">By what the number of replicates is divided: tests that permute are slow.</param>
internal sealed record PowerTest(
    string Family,
    string Name,
    Func<double[], double[], ulong, double> PValue,
    Granularity Granularity = Granularity.Fine,
    int Cost = 1
);
