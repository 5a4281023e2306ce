namespace Mlops.Registry.Stores;

/// <summary>By what a record is found: a store keeps these beside the payload, and orders and filters by them.</summary>
/// <remarks>No condition on a value matches a record that lacks it; without <see cref="To"/> it has not ended. Texts have no U+0000 and no lone surrogate, and at most 300 characters, aliases 200; values of tags any number.</remarks>
public sealed record RecordIndex
{
    /// <summary>An index with nothing in it: the record is found by its key alone.</summary>
    public static RecordIndex None { get; } = new();

    /// <summary>The model.</summary>
    public string? Model { get; init; }

    /// <summary>The version's number within the model.</summary>
    public int? Number { get; init; }

    /// <summary>The stage, as a number.</summary>
    public int? Stage { get; init; }

    /// <summary>The risk tier, as a number.</summary>
    public int? Tier { get; init; }

    /// <summary>Who made it.</summary>
    public string? Author { get; init; }

    /// <summary>The alias.</summary>
    public string? Alias { get; init; }

    /// <summary>When it was made, or when it begins.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>When it ends, exclusive.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Marks; a query may ask for equality of some.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The names of the properties in which another index differs; times are the same when they are the same moment.</summary>
    /// <param name="other">The other index.</param>
    public IReadOnlyList<string> DifferencesFrom(RecordIndex other)
    {
        ArgumentNullException.ThrowIfNull(other);
        (string Name, bool IsSame)[] parts =
        [
            (nameof(Model), Model == other.Model),
            (nameof(Number), Number == other.Number),
            (nameof(Stage), Stage == other.Stage),
            (nameof(Tier), Tier == other.Tier),
            (nameof(Author), Author == other.Author),
            (nameof(Alias), Alias == other.Alias),
            (nameof(From), From == other.From),
            (nameof(To), To == other.To),
            (nameof(UpdatedAt), UpdatedAt == other.UpdatedAt),
            (nameof(Tags), HasTagsOf(other)),
        ];
        return [.. parts.Where(part => !part.IsSame).Select(part => part.Name)];
    }

    private bool HasTagsOf(RecordIndex other) =>
        Tags.Count == other.Tags.Count
        && Tags.All(tag => other.Tags.TryGetValue(tag.Key, out var value) && value == tag.Value);
}
