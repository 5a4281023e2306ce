using Mlops.Registry.Stores;

namespace Mlops.Registry.Testing.Cases;

/// <summary>Texts with anything in them.</summary>
internal static class TextCases
{
    private static readonly string[] Odd =
    [
        "plain",
        "PLAIN",
        "Plain",
        " ",
        " plain",
        "plain ",
        "%",
        "_",
        "%%a",
        "a%b",
        "a_b",
        "axb",
        "a\\b",
        "a\\%b",
        "[a]",
        "*",
        "a*b",
        "?",
        "'",
        "''",
        "\"; DROP TABLE mlops_audit; --",
        "'; DELETE FROM mlops_record; --",
        "@kind",
        "$1",
        ":a",
        "{0}",
        "line\nbreak",
        "tab\t",
        "\u0001",
        "\u007f",
        "é",
        "e\u0301",
        "É",
        "ß",
        "ss",
        "ı",
        "İ",
        "i",
        "\u00a0",
        "\u200b",
        "日本",
        "日本語",
        "\uffee",
        "\uffff",
        "\ue000",
        "\ud7ff",
        "😀",
        "😀a",
        "😁",
        "\U0010ffff",
        "\U0010ffffz",
    ];

    public static IReadOnlyList<ContractCase> All { get; } =
    [
        new("text.ids", "Ids are kept and told apart whatever is in them, and ordered by code points.", IdsAsync),
        new("text.prefix", "A prefix means its own characters, case and accents included.", PrefixAsync),
        new("text.index", "Models, authors, aliases, tags and subjects are compared by their characters.", IndexAsync),
    ];

    private static async Task IdsAsync(CaseStores stores, CancellationToken token)
    {
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        await WriteAsync(store, token).ConfigureAwait(false);
        foreach (var id in Odd)
        {
            var read = await store.GetAsync(StoreCalls.Key(id), token).ConfigureAwait(false);
            Claim.Equal("A record is read by its id.", id, Claim.NotNull($"'{id}' is there.", read).Text());
        }

        foreach (var limit in new[] { 1, 4, 1000 })
        {
            var query = new RecordQuery(RecordKind.Setting) { Limit = limit };
            var found = await store
                .ReadAsync((reader, end) => reader.AllPagesAsync(query, end), token)
                .ConfigureAwait(false);
            Claim.Sequence(
                "Ids come in the order of their code points.",
                Odd.Order(Utf8Comparer.Instance),
                found.Select(record => record.Key.Id)
            );
        }
    }

    private static async Task PrefixAsync(CaseStores stores, CancellationToken token)
    {
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        await WriteAsync(store, token).ConfigureAwait(false);
        foreach (var prefix in Odd.Concat(["a", "p", "P", "", "日", "\\", "none", "a\\%"]))
        {
            foreach (var order in Enum.GetValues<RecordOrder>())
            {
                var query = new RecordQuery(RecordKind.Setting)
                {
                    IdPrefix = prefix,
                    Order = order,
                    Limit = 5,
                };
                var found = await store
                    .ReadAsync((reader, end) => reader.AllPagesAsync(query, end), token)
                    .ConfigureAwait(false);
                Claim.Sequence(
                    $"The prefix '{prefix}' finds the ids that begin with it.",
                    Odd.Where(id => id.StartsWith(prefix, StringComparison.Ordinal)).Order(Utf8Comparer.Instance),
                    found.Select(record => record.Key.Id)
                );
            }
        }
    }

    private static async Task IndexAsync(CaseStores stores, CancellationToken token)
    {
        var store = await stores.OpenAsync(token).ConfigureAwait(false);
        await WriteAsync(store, token).ConfigureAwait(false);
        var all = new RecordQuery(RecordKind.Setting);
        foreach (var text in Odd)
        {
            (string Name, RecordQuery Query)[] queries =
            [
                ("model", all with { Model = text }),
                ("author", all with { Author = text }),
                ("alias", all with { Alias = text }),
                ("tag's value", all with { Tags = new Dictionary<string, string> { ["k"] = text } }),
                ("tag's name", all with { Tags = new Dictionary<string, string> { [text] = "v" } }),
            ];
            foreach (var (name, query) in queries)
            {
                var page = await store.QueryAsync(query, token).ConfigureAwait(false);
                Claim.Sequence($"The {name} finds its own.", [text], page.Records.Select(record => record.Key.Id));
            }

            var about = await store
                .ReadAsync((reader, end) => reader.ReadSubjectAsync(text, null, 9, end), token)
                .ConfigureAwait(false);
            Claim.Sequence("The subject finds its own.", [text], about.Select(entry => entry.Text()));
        }
    }

    private static Task<int> WriteAsync(IRegistryStore store, CancellationToken token) =>
        store.CommitAsync(
            async (work, end) =>
            {
                foreach (var text in Odd)
                {
                    var index = new RecordIndex
                    {
                        Model = text,
                        Author = text,
                        Alias = text,
                        Tags = new Dictionary<string, string> { ["k"] = text, [text] = "v" },
                    };
                    await work.PutAsync(StoreCalls.Key(text), 0, StoreCalls.Bytes(text), index, end)
                        .ConfigureAwait(false);
                    await work.AppendAsync(StoreCalls.Bytes(text), text, end).ConfigureAwait(false);
                }

                return 0;
            },
            token
        );
}
