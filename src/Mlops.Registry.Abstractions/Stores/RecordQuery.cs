namespace Mlops.Registry.Stores;

/// <summary>Which records of a kind: all conditions hold together; what is <see langword="null"/> or empty asks nothing.</summary>
/// <param name="Kind">The kind.</param>
public sealed record RecordQuery(RecordKind Kind)
{
    /// <summary>The model.</summary>
    public string? Model { get; init; }

    /// <summary>Only ids that begin with this, by their code units.</summary>
    public string? IdPrefix { get; init; }

    /// <summary>The stages, any of them.</summary>
    public IReadOnlyList<int> Stages { get; init; } = [];

    /// <summary>The tiers, any of them.</summary>
    public IReadOnlyList<int> Tiers { get; init; } = [];

    /// <summary>Who made it.</summary>
    public string? Author { get; init; }

    /// <summary>The alias.</summary>
    public string? Alias { get; init; }

    /// <summary>The lowest number, inclusive.</summary>
    public int? NumberFrom { get; init; }

    /// <summary>The highest number, inclusive.</summary>
    public int? NumberTo { get; init; }

    /// <summary>Made or begun at this time or later.</summary>
    public DateTimeOffset? FromAtLeast { get; init; }

    /// <summary>Made or begun before this time.</summary>
    public DateTimeOffset? FromBefore { get; init; }

    /// <summary>Holding at this time: begun at it or before, and not ended.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Changed at this time or later.</summary>
    public DateTimeOffset? UpdatedAtLeast { get; init; }

    /// <summary>Marks that must be there with these values.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The order.</summary>
    public RecordOrder Order { get; init; }

    /// <summary>How many at most, from 1 to 1000.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>Where the page begins: <see cref="RecordPage.Next"/> of the page before; <see langword="null"/> for the first.</summary>
    public string? After { get; init; }
}
