using Mlops.Registry.Stores;

namespace Mlops.Registry.Testing.Cases;

/// <summary>A record of the query cases, and what a query must say of it.</summary>
internal sealed record Sample(RecordKey Key, RecordIndex Index)
{
    public static DateTimeOffset Start { get; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Records with all combinations that matter: values missing, tied, and at the edges of the conditions.</summary>
    public static IReadOnlyList<Sample> Many(int count) => [.. Enumerable.Range(0, count).Select(Make)];

    public static async Task<IReadOnlyList<Sample>> WriteAsync(IRegistryStore store, int count, CancellationToken token)
    {
        var samples = Many(count);
        await store
            .CommitAsync(
                async (work, end) =>
                {
                    foreach (var one in samples)
                    {
                        await work.PutAsync(one.Key, 0, StoreCalls.Bytes(one.Key.Id), one.Index, end)
                            .ConfigureAwait(false);
                    }

                    // Another kind that every condition would hold for.
                    var other = new RecordKey(RecordKind.Tenure, samples[0].Key.Id);
                    await work.PutAsync(other, 0, new byte[1], samples[0].Index, end).ConfigureAwait(false);
                    return await work.AppendAsync(new byte[1], null, end).ConfigureAwait(false);
                },
                token
            )
            .ConfigureAwait(false);
        return samples;
    }

    /// <summary>What a query must give of the samples, in its order, by the plainest reading of its documentation.</summary>
    public static IEnumerable<string> Select(IEnumerable<Sample> samples, RecordQuery query)
    {
        var matching = samples.Where(one => one.Matches(query));
        return query.Order switch
        {
            RecordOrder.NumberDescending => Sorted(matching, one => one.Index.Number),
            RecordOrder.UpdatedDescending => Sorted(matching, one => one.Index.UpdatedAt?.UtcTicks),
            RecordOrder.FromDescending => Sorted(matching, one => one.Index.From?.UtcTicks),
            _ => Sorted(matching, _ => 0),
        };
    }

    private static IEnumerable<string> Sorted(IEnumerable<Sample> samples, Func<Sample, long?> by) =>
        samples
            .OrderByDescending(one => by(one) ?? long.MinValue)
            .ThenBy(one => one.Key.Id, Utf8Comparer.Instance)
            .Select(one => one.Key.Id);

    private bool Matches(RecordQuery query) =>
        Key.Kind == query.Kind
        && (query.Model is null || Index.Model == query.Model)
        && (query.IdPrefix is null || Key.Id.StartsWith(query.IdPrefix, StringComparison.Ordinal))
        && (query.Stages.Count == 0 || (Index.Stage is { } stage && query.Stages.Contains(stage)))
        && (query.Tiers.Count == 0 || (Index.Tier is { } tier && query.Tiers.Contains(tier)))
        && (query.Author is null || Index.Author == query.Author)
        && (query.Alias is null || Index.Alias == query.Alias)
        && (query.NumberFrom is not { } from || Index.Number >= from)
        && (query.NumberTo is not { } to || Index.Number <= to)
        && (query.FromAtLeast is not { } least || Index.From >= least)
        && (query.FromBefore is not { } before || Index.From < before)
        && (query.At is not { } at || (Index.From <= at && (Index.To is null || Index.To > at)))
        && (query.UpdatedAtLeast is not { } updated || Index.UpdatedAt >= updated)
        && query.Tags.All(tag => Index.Tags.TryGetValue(tag.Key, out var value) && value == tag.Value);

    private static Sample Make(int i)
    {
        var tags = new Dictionary<string, string>();
        if (i % 3 != 0)
        {
            tags["env"] = i % 2 == 0 ? "prod" : "test";
        }

        if (i % 4 == 0)
        {
            tags["Env"] = "prod";
            tags["team"] = "risk";
        }

        var index = new RecordIndex
        {
            Model = Pick(i, 4, ["credit", "fraud", "Credit", null]),
            Number =
                i % 6 == 5 ? null
                : i % 9 == 8 ? -i
                : i / 3,
            Stage = i % 5 == 4 ? null : i % 5,
            Tier = i % 7 == 6 ? null : i % 4,
            Author = Pick(i, 3, ["ada", "grace", null]),
            Alias = Pick(i, 6, ["champion", "challenger", null, "champion", null, null]),
            From = i % 8 == 7 ? null : Start.AddHours(i / 4),
            To = i % 3 == 2 ? null : Start.AddHours((i / 4) + (i % 3 * 5)),
            // The offset is no part of the time.
            UpdatedAt = i % 10 == 9 ? null : Start.AddMinutes(i % 13).ToOffset(TimeSpan.FromHours(i % 3)),
            Tags = tags,
        };
        return new Sample(new RecordKey(RecordKind.Version, $"{(i % 2 == 0 ? "v" : "V")}{i * 37 % 101:D3}"), index);
    }

    private static string? Pick(int i, int cycle, string?[] values) => values[i % cycle];
}
