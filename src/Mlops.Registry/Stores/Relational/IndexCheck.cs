using Mlops.Storage.Commands;

namespace Mlops.Registry.Stores.Relational;

/// <summary>Holds the columns and marks by which records are found against what they should be.</summary>
/// <remarks>
/// The database compares, by the rules of its queries: a number that was stored as a text, or a text as a blob, is not
/// found by any of them, and a reader that converts it would not see that.
/// </remarks>
internal static class IndexCheck
{
    // One statement a record and one a mark: sent together, and each by the table's key.
    private const string Compare = """
        SELECT CASE WHEN COALESCE(model = @model, model IS NULL AND @model IS NULL) THEN '' ELSE 'Model,' END
            || CASE WHEN number = @number THEN '' ELSE 'Number,' END
            || CASE WHEN COALESCE(stage = @stage, stage IS NULL AND @stage IS NULL) THEN '' ELSE 'Stage,' END
            || CASE WHEN COALESCE(tier = @tier, tier IS NULL AND @tier IS NULL) THEN '' ELSE 'Tier,' END
            || CASE WHEN COALESCE(author = @author, author IS NULL AND @author IS NULL) THEN '' ELSE 'Author,' END
            || CASE WHEN COALESCE(alias = @alias, alias IS NULL AND @alias IS NULL) THEN '' ELSE 'Alias,' END
            || CASE WHEN begun = @begun THEN '' ELSE 'From,' END
            || CASE WHEN ended = @ended THEN '' ELSE 'To,' END
            || CASE WHEN updated = @updated THEN '' ELSE 'UpdatedAt,' END
            || CASE WHEN tags = @tags
                AND (SELECT COUNT(*) FROM mlops_tag t WHERE t.kind = r.kind AND t.id = r.id) = @tags
                THEN '' ELSE 'Tags,' END
        FROM mlops_record r WHERE kind = @kind AND id = @id
        """;

    private const string FindMark =
        "SELECT 1 FROM mlops_tag WHERE kind = @kind AND id = @id AND mark = @mark AND updated = @updated";

    public static async ValueTask<IReadOnlyList<MisindexedRecord>> RunAsync(
        SqlUnit unit,
        IReadOnlyDictionary<RecordKey, RecordIndex> expected,
        CancellationToken cancellationToken
    )
    {
        var rows = new List<Row>(expected.Count);
        var batch = unit.Batch();
        foreach (var (key, index) in expected)
        {
            StoreRules.Check(key);
            StoreRules.Check(index);
            var row = new Row(key);
            rows.Add(row);
            RecordColumns
                .Of(index)
                .SetOn(
                    batch
                        .AddQuery(Compare, reader => row.Parts = reader.GetString(0))
                        .Set("kind", (long)key.Kind)
                        .Set("id", key.Id)
                );
            row.MissingMarks = index.Tags.Count;
            foreach (var (name, value) in index.Tags)
            {
                batch
                    .AddQuery(FindMark, _ => row.MissingMarks--)
                    .Set("kind", (long)key.Kind)
                    .Set("id", key.Id)
                    .Set("mark", RecordWrites.Mark(name, value))
                    .Set("updated", RecordCursor.ValueOf(index, RecordOrder.UpdatedDescending));
            }
        }

        await batch.ExecuteAsync(cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => row.ToFinding()).OfType<MisindexedRecord>()];
    }

    private sealed class Row(RecordKey key)
    {
        /// <summary>What differs; null where there is no such record.</summary>
        public string? Parts { get; set; }

        public int MissingMarks { get; set; }

        public MisindexedRecord? ToFinding()
        {
            if (Parts is null)
            {
                return null;
            }

            var parts = Parts.Split(',', StringSplitOptions.RemoveEmptyEntries).ToList();
            if (MissingMarks != 0 && !parts.Contains(nameof(RecordIndex.Tags)))
            {
                parts.Add(nameof(RecordIndex.Tags));
            }

            return parts.Count == 0 ? null : new MisindexedRecord(key, parts);
        }
    }
}
