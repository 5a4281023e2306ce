namespace Mlops.Data.Quality.Constraints;

/// <summary>Whatever code can check. It can't be saved.</summary>
/// <param name="Name">What it is known by.</param>
/// <param name="Check">Looks at the data set and says what it found. An exception of it fails the constraint, with its message as the reason.</param>
public sealed record CustomConstraint(string Name, Func<Dataset, CustomOutcome> Check) : DataConstraint(Name)
{
    /// <inheritdoc/>
    public override string Kind => "custom";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns => [];

    /// <inheritdoc/>
    public override string Demand => Name;

    internal override string? Fault() => base.Fault() ?? (Check is null ? "it has nothing to call" : null);
}
