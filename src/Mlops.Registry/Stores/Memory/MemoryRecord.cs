namespace Mlops.Registry.Stores.Memory;

/// <summary>A record and by what it is found.</summary>
internal sealed record MemoryRecord(StoredRecord Record, RecordIndex Index)
{
    /// <summary>Whether all conditions of a query but those on the kind hold.</summary>
    public bool Matches(RecordQuery query) =>
        (query.Model is null || Index.Model == query.Model)
        && (query.IdPrefix is null || Record.Key.Id.StartsWith(query.IdPrefix, StringComparison.Ordinal))
        && (query.Stages.Count == 0 || (Index.Stage is { } stage && query.Stages.Contains(stage)))
        && (query.Tiers.Count == 0 || (Index.Tier is { } tier && query.Tiers.Contains(tier)))
        && (query.Author is null || Index.Author == query.Author)
        && (query.Alias is null || Index.Alias == query.Alias)
        && (query.NumberFrom is not { } low || Index.Number >= low)
        && (query.NumberTo is not { } high || Index.Number <= high)
        && MatchesTimes(query)
        && query.Tags.All(tag => Index.Tags.TryGetValue(tag.Key, out var value) && value == tag.Value);

    private bool MatchesTimes(RecordQuery query) =>
        (query.FromAtLeast is not { } least || Index.From >= least)
        && (query.FromBefore is not { } before || Index.From < before)
        && (query.At is not { } at || (Index.From <= at && (Index.To is null || Index.To > at)))
        && (query.UpdatedAtLeast is not { } updated || Index.UpdatedAt >= updated);
}
