namespace Mlops.Architecture.Tests;

/// <summary>A row of the table of layers.</summary>
/// <param name="Name">The package.</param>
/// <param name="Packages">The packages of this repository that it may reference; what these reference comes along.</param>
/// <param name="Libraries">The libraries of others that it may reference.</param>
internal sealed record PackageRow(string Name, string[] Packages, string[] Libraries);
