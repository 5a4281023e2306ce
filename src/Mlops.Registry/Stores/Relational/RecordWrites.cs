using System.Security.Cryptography;
using System.Text;
using Mlops.Storage.Commands;

namespace Mlops.Registry.Stores.Relational;

/// <summary>The statements that bring the tables of records to what a unit made of them.</summary>
internal static class RecordWrites
{
    private const string Insert = """
        INSERT INTO mlops_record
        (kind, id, revision, payload, model, number, stage, tier, author, alias, begun, ended, updated, tags)
        VALUES
        (@kind, @id, @revision, @payload, @model, @number, @stage, @tier, @author, @alias, @begun, @ended, @updated, @tags)
        """;

    private const string InsertIfNone = Insert + " ON CONFLICT (kind, id) DO NOTHING";
    private const string Delete = "DELETE FROM mlops_record WHERE kind = @kind AND id = @id AND revision = @was";
    private const string DeleteTags = "DELETE FROM mlops_tag WHERE kind = @kind AND id = @id";
    private const string InsertTag =
        "INSERT INTO mlops_tag (kind, id, mark, updated) VALUES (@kind, @id, @mark, @updated)";

    // Behind an insert that found a record, whose tags these may be; the unit is taken back.
    private const string InsertTagIfNone = InsertTag + " ON CONFLICT (kind, id, mark) DO NOTHING";

    /// <summary>Adds the statements for a record, the first of which changes exactly one row.</summary>
    /// <returns>Whether there is anything to do.</returns>
    public static bool Add(StatementBatch batch, RecordKey key, RecordSlot slot)
    {
        if (slot.Record is null && slot.StoredRevision == 0)
        {
            return false;
        }

        if (slot.Record is not { } record)
        {
            batch.Add(Delete).Set("kind", (long)key.Kind).Set("id", key.Id).Set("was", slot.StoredRevision);
        }
        else
        {
            var columns = RecordColumns.Of(slot.Index);
            var statement =
                slot.IsAssumed ? batch.Add(InsertIfNone)
                : slot.StoredRevision == 0 ? batch.Add(Insert)
                : batch.Add(UpdateOf(columns.AssignmentsFrom(slot.StoredColumns))).Set("was", slot.StoredRevision);
            columns.SetOn(
                statement
                    .Set("kind", (long)key.Kind)
                    .Set("id", key.Id)
                    .Set("revision", record.Revision)
                    .Set("payload", RelationalTransaction.ArrayOf(record.Payload))
            );
        }

        if (slot.StoredRevision > 0 && slot.StoredColumns.TagCount > 0)
        {
            batch.Add(DeleteTags).Set("kind", (long)key.Kind).Set("id", key.Id);
        }

        if (slot.Record is not null)
        {
            AddTags(batch, key, slot.Index, slot.IsAssumed ? InsertTagIfNone : InsertTag);
        }

        return true;
    }

    /// <summary>The digest that stands for a tag: names and values hold no U+0000, and the value may be of any length.</summary>
    public static byte[] Mark(string name, string value) => SHA256.HashData(Encoding.UTF8.GetBytes($"{name}\0{value}"));

    private static void AddTags(StatementBatch batch, RecordKey key, RecordIndex index, string insert)
    {
        foreach (var (name, value) in index.Tags)
        {
            batch
                .Add(insert)
                .Set("kind", (long)key.Kind)
                .Set("id", key.Id)
                .Set("mark", Mark(name, value))
                .Set("updated", RecordCursor.ValueOf(index, RecordOrder.UpdatedDescending));
        }
    }

    private static string UpdateOf(string assignments) =>
        $"UPDATE mlops_record SET revision = @revision, payload = @payload{assignments} WHERE kind = @kind AND id = @id AND revision = @was";
}
