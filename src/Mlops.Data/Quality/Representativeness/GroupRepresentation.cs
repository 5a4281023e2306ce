namespace Mlops.Data.Quality.Representativeness;

/// <summary>How a group of the population is represented.</summary>
public sealed record GroupRepresentation
{
    /// <summary>The group: its values, joined by <c>" × "</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its share of the population, in [0,1]; 0 of a group that was not declared.</summary>
    public required double DeclaredShare { get; init; }

    /// <summary>Its share of the rows, with an interval that covers all groups' at once (Clopper and Pearson, Bonferroni).</summary>
    public required ShareOfRows Observed { get; init; }

    /// <summary>Whether it was declared.</summary>
    public required bool IsDeclared { get; init; }

    /// <summary>The post-stratification weight of each of its rows: declared share over observed share; 0 of groups without rows, and of those not declared.</summary>
    public required double Weight { get; init; }

    /// <summary>Whether it was declared, and no row is of it.</summary>
    public bool IsMissing => IsDeclared && DeclaredShare > 0 && Observed.Count == 0;

    /// <summary>Whether the declared share lies outside the interval: the group is surely over- or under-represented, however slightly.</summary>
    public bool IsApart => Observed.Total > 0 && !Observed.Interval.Contains(DeclaredShare);
}
