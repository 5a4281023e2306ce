namespace Mlops.Registry.Audit;

/// <summary>Which entries about a model.</summary>
/// <param name="Model">The model.</param>
public sealed record HistoryQuery(string Model)
{
    /// <summary>The version's number; all when left out.</summary>
    public int? Number { get; init; }

    /// <summary>The actions, any of them; all but reads when left out.</summary>
    public IReadOnlyList<AuditAction> Actions { get; init; } = [];

    /// <summary>Where the page begins: <see cref="Models.Page{T}.Next"/> of the one before.</summary>
    public string? After { get; init; }

    /// <summary>How many at most, from 1 to 1000.</summary>
    public int Limit { get; init; } = 50;
}
