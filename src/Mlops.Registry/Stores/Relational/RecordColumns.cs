using System.Data.Common;
using Mlops.Storage.Commands;

namespace Mlops.Registry.Stores.Relational;

/// <summary>The columns by which a record is found.</summary>
internal readonly record struct RecordColumns(
    string? Model,
    long Number,
    long? Stage,
    long? Tier,
    string? Author,
    string? Alias,
    long Begun,
    long Ended,
    long Updated,
    long TagCount
)
{
    /// <summary>The columns' names, in the order in which <see cref="Read"/> finds them.</summary>
    public const string Names = "model, number, stage, tier, author, alias, begun, ended, updated, tags";

    public static RecordColumns Of(RecordIndex index) =>
        new(
            index.Model,
            RecordCursor.ValueOf(index, RecordOrder.NumberDescending),
            index.Stage,
            index.Tier,
            index.Author,
            index.Alias,
            RecordCursor.ValueOf(index, RecordOrder.FromDescending),
            index.To?.UtcTicks ?? long.MaxValue,
            RecordCursor.ValueOf(index, RecordOrder.UpdatedDescending),
            index.Tags.Count
        );

    public static RecordColumns Read(DbDataReader row, int from) =>
        new(
            row.GetTextOrNull(from),
            row.GetInt64(from + 1),
            row.GetInt64OrNull(from + 2),
            row.GetInt64OrNull(from + 3),
            row.GetTextOrNull(from + 4),
            row.GetTextOrNull(from + 5),
            row.GetInt64(from + 6),
            row.GetInt64(from + 7),
            row.GetInt64(from + 8),
            row.GetInt64(from + 9)
        );

    /// <summary>The assignments of the columns that differ: an index whose columns are not assigned is not written.</summary>
    public string AssignmentsFrom(RecordColumns before) =>
        string.Concat([
            Assign("model", Model == before.Model),
            Assign("number", Number == before.Number),
            Assign("stage", Stage == before.Stage),
            Assign("tier", Tier == before.Tier),
            Assign("author", Author == before.Author),
            Assign("alias", Alias == before.Alias),
            Assign("begun", Begun == before.Begun),
            Assign("ended", Ended == before.Ended),
            Assign("updated", Updated == before.Updated),
            Assign("tags", TagCount == before.TagCount),
        ]);

    /// <summary>Sets the parameters of the columns that a statement names.</summary>
    public void SetOn(BatchStatement statement)
    {
        var sql = statement.Sql;
        SetText(statement, sql, "model", Model);
        SetInteger(statement, sql, "number", Number);
        SetInteger(statement, sql, "stage", Stage);
        SetInteger(statement, sql, "tier", Tier);
        SetText(statement, sql, "author", Author);
        SetText(statement, sql, "alias", Alias);
        SetInteger(statement, sql, "begun", Begun);
        SetInteger(statement, sql, "ended", Ended);
        SetInteger(statement, sql, "updated", Updated);
        SetInteger(statement, sql, "tags", TagCount);
    }

    private static string Assign(string column, bool isSame) => isSame ? "" : $", {column} = @{column}";

    private static void SetText(BatchStatement statement, string sql, string column, string? value)
    {
        if (sql.Contains("@" + column, StringComparison.Ordinal))
        {
            statement.Set(column, value);
        }
    }

    private static void SetInteger(BatchStatement statement, string sql, string column, long? value)
    {
        if (sql.Contains("@" + column, StringComparison.Ordinal))
        {
            statement.Set(column, value);
        }
    }
}
