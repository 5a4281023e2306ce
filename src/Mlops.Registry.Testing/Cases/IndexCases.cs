using Mlops.Registry.Stores;

namespace Mlops.Registry.Testing.Cases;

/// <summary>What the store says of the values that its queries go by.</summary>
internal static class IndexCases
{
    private const int Count = 60;

    public static IReadOnlyList<ContractCase> All { get; } =
    [
        new("index.same", "A record that is found by what it should be is not named.", SameAsync),
        new(
            "index.differences",
            "A record that is found by something else is named, with the parts that differ.",
            DifferencesAsync
        ),
        new("index.changed", "What a record is found by is what its last change said.", ChangedAsync),
    ];

    private static async Task SameAsync(CaseStores stores, CancellationToken token)
    {
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        var samples = await Sample.WriteAsync(store, Count, token).ConfigureAwait(false);
        var expected = samples.ToDictionary(one => one.Key, one => one.Index);
        // One that is not there, and none at all.
        expected.Add(new RecordKey(RecordKind.Alias, "nobody"), samples[0].Index);
        Claim.Sequence(
            "A record that is found by what it should be, or is not there, is not named.",
            [],
            await FindAsync(store, expected, token).ConfigureAwait(false)
        );
        Claim.Sequence(
            "Of no records none is named.",
            [],
            await FindAsync(store, new Dictionary<RecordKey, RecordIndex>(), token).ConfigureAwait(false)
        );
    }

    private static async Task DifferencesAsync(CaseStores stores, CancellationToken token)
    {
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        var samples = await Sample.WriteAsync(store, Count, token).ConfigureAwait(false);
        foreach (var (part, change) in Changes)
        {
            foreach (var sample in samples)
            {
                var others = samples.ToDictionary(one => one.Key, one => one.Index);
                others[sample.Key] = change(sample.Index);
                Claim.Sequence(
                    $"A record whose {part} differs is named, and no other.",
                    [$"{sample.Key}: {part}"],
                    await FindAsync(store, others, token).ConfigureAwait(false)
                );
            }
        }

        // A tag's value, its name, one that is not there, and the case of letters.
        var tagged = samples[0];
        foreach (
            var tags in (Dictionary<string, string>[])
                [
                    new(tagged.Index.Tags) { ["team"] = "Risk" },
                    new(tagged.Index.Tags) { ["more"] = "1" },
                    new(tagged.Index.Tags.Skip(1)),
                    [],
                    new(tagged.Index.Tags.Skip(1)) { ["TEAM"] = "risk" },
                ]
        )
        {
            var expected = new Dictionary<RecordKey, RecordIndex> { [tagged.Key] = tagged.Index with { Tags = tags } };
            Claim.Sequence(
                "A record with other tags is named.",
                [$"{tagged.Key}: Tags"],
                await FindAsync(store, expected, token).ConfigureAwait(false)
            );
        }
    }

    private static async Task ChangedAsync(CaseStores stores, CancellationToken token)
    {
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        var samples = Sample.Many(Count).DistinctBy(one => one.Index.Tags.Count).ToList();
        var key = StoreCalls.Key("a");
        for (var i = 0; i < samples.Count * samples.Count; i++)
        {
            var index = samples[i % samples.Count].Index;
            var before = samples[i / samples.Count].Index;
            var found = await store
                .CommitAsync(
                    async (work, end) =>
                    {
                        var revision = (await work.GetAsync(key, end).ConfigureAwait(false))?.Revision ?? 0;
                        var next = await work.PutAsync(key, revision, new byte[1], before, end).ConfigureAwait(false);
                        await work.PutAsync(key, next, new byte[1], index, end).ConfigureAwait(false);
                        await work.AppendAsync(new byte[1], null, end).ConfigureAwait(false);
                        return await work.FindMisindexedAsync(
                                new Dictionary<RecordKey, RecordIndex> { [key] = index },
                                end
                            )
                            .ConfigureAwait(false);
                    },
                    token
                )
                .ConfigureAwait(false);
            Claim.Sequence("A unit finds a record by what it wrote last.", [], found.Select(Show));
            Claim.Sequence(
                "A record is found by what it was last given, and by nothing of before.",
                [],
                await FindAsync(store, new Dictionary<RecordKey, RecordIndex> { [key] = index }, token)
                    .ConfigureAwait(false)
            );
        }
    }

    private static IEnumerable<(string Part, Func<RecordIndex, RecordIndex> Change)> Changes =>
        [
            ("Model", index => index with { Model = index.Model is null ? "credit" : null }),
            ("Model", index => index with { Model = index.Model + "x" }),
            ("Number", index => index with { Number = index.Number is { } number ? number + 1 : 1 }),
            ("Stage", index => index with { Stage = index.Stage is null ? 0 : null }),
            ("Tier", index => index with { Tier = (index.Tier ?? 0) + 1 }),
            ("Author", index => index with { Author = index.Author is null ? "ada" : null }),
            ("Alias", index => index with { Alias = index.Alias is null ? "champion" : "Champion" }),
            ("From", index => index with { From = index.From is null ? Sample.Start : index.From.Value.AddTicks(1) }),
            ("To", index => index with { To = index.To is null ? Sample.Start : null }),
            ("Tags", index => index with { Tags = new Dictionary<string, string>(index.Tags) { ["env"] = "none" } }),
        ];

    private static async Task<IReadOnlyList<string>> FindAsync(
        IRegistryStore store,
        IReadOnlyDictionary<RecordKey, RecordIndex> expected,
        CancellationToken token
    )
    {
        var found = await store
            .ReadAsync((reader, end) => reader.FindMisindexedAsync(expected, end), token)
            .ConfigureAwait(false);
        return [.. found.Select(Show)];
    }

    private static string Show(MisindexedRecord found) => $"{found.Key}: {string.Join(", ", found.Parts)}";
}
