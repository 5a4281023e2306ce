namespace Mlops.Data.Quality.Representativeness;

/// <summary>The declared share of a group of the population.</summary>
/// <param name="Values">The group's value in each column, as text: a category as it is, a number in the shortest form that says it, <c>true</c> or <c>false</c>.</param>
/// <param name="Share">Its share of the population, in [0,1].</param>
public sealed record PopulationShare(IReadOnlyList<string> Values, double Share);
