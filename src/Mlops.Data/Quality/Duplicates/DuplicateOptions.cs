namespace Mlops.Data.Quality.Duplicates;

/// <summary>How duplicates are searched.</summary>
/// <remarks>Immutable; make variants with <c>with</c>.</remarks>
public sealed record DuplicateOptions
{
    /// <summary>The default options.</summary>
    public static DuplicateOptions Default { get; } = new();

    /// <summary>The columns by which rows are compared.</summary>
    /// <value>The default is none named, which is all but those whose role is excluded.</value>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>The groups of equal rows that are kept, the largest first, from 0 to 1,000.</summary>
    /// <value>The default is 10.</value>
    public int MaximumGroups { get; init; } = 10;

    /// <summary>The first rows that are kept of each group, from 2 to 1,000.</summary>
    /// <value>The default is 10.</value>
    public int MaximumRowsPerGroup { get; init; } = 10;

    /// <summary>The share of different values from which a column of texts or whole numbers is taken for a key, in [0,1].</summary>
    /// <value>The default is 0.95.</value>
    public double KeyShare { get; init; } = 0.95;

    /// <summary>The two-sided level of the interval of the share, in (0,1).</summary>
    /// <value>The default is 0.90.</value>
    public double ConfidenceLevel { get; init; } = 0.90;

    internal void Check()
    {
        ArgumentNullException.ThrowIfNull(Columns);
        OptionChecks.Count(MaximumGroups, 0, 1000);
        OptionChecks.Count(MaximumRowsPerGroup, 2, 1000);
        OptionChecks.Share(KeyShare);
        OptionChecks.Level(ConfidenceLevel);
    }
}
