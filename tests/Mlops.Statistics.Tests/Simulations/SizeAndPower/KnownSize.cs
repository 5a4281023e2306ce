namespace Mlops.Statistics.Tests.Simulations.SizeAndPower;

/// <summary>A size that is not the level by the nature of the published test: the measurement holds the test to this size instead.</summary>
/// <param name="Setting">The setting, by name.</param>
/// <param name="Rows">Rows a side.</param>
/// <param name="Size">The size, as the long form measured it.</param>
internal sealed record KnownSize(string Setting, int Rows, double Size);
