namespace Mlops.Statistics.Tests.Simulations.SizeAndPower;

/// <summary>A size that is not the level by the nature of the published test: the measurement holds the test to this size instead.</summary>
/// <param name="Setting">The setting, by name.</param>
/// <param name="Rows">Rows a side.</param>
/// <param name="Size">The size, by a simulation of the published formulas in NumPy and SciPy (30,000 pairs and more) that has nothing in common with this code.</param>
internal sealed record KnownSize(string Setting, int Rows, double Size);
