using Mlops.Storage;
using Mlops.Storage.Migrations;

namespace Mlops.Registry.Stores.Relational;

/// <summary>The tables of the registry.</summary>
/// <remarks>
/// A number or time that a record lacks is stored as the least (its end: the greatest) integer, so that orders and pages need no
/// rule for NULL. An index holds its order and the id, so that a page is read from its beginning to its end; after them
/// stand the columns of the other conditions that come with its leading one, so that what a page skips is skipped within the index.
/// </remarks>
public static class RegistryMigrations
{
    /// <summary>The component's name, under which its writers exclude one another and its migrations are counted.</summary>
    public const string Component = "registry";

    /// <summary>The migrations, in order.</summary>
    public static MigrationSet Set { get; } = new(Component, new Migration(1, "records and log", Statements));

    private static string[] Statements(SqlDialect dialect)
    {
        // SQLite keeps such a table in its key's order, without a second tree.
        var clustered = dialect.Name == "sqlite" ? " WITHOUT ROWID" : "";
        var (integer, text, blob) = (dialect.IntegerType, dialect.TextType, dialect.BlobType);
        return
        [
            $"""
                CREATE TABLE mlops_record (
                    kind {integer} NOT NULL,
                    id {text} NOT NULL,
                    revision {integer} NOT NULL,
                    payload {blob} NOT NULL,
                    model {text},
                    number {integer} NOT NULL,
                    stage {integer},
                    tier {integer},
                    author {text},
                    alias {text},
                    begun {dialect.TimestampType} NOT NULL,
                    ended {dialect.TimestampType} NOT NULL,
                    updated {dialect.TimestampType} NOT NULL,
                    tags {integer} NOT NULL,
                    PRIMARY KEY (kind, id)
                )
                """,
            Index("begun", "kind, begun DESC, id, updated"),
            Index("updated", "kind, updated DESC, id, begun"),
            Index("model_number", "kind, model, number DESC, id", "model"),
            Index("model_begun", "kind, model, begun DESC, id", "model"),
            Index("model_updated", "kind, model, updated DESC, id, begun, tier, author", "model"),
            Index("model_stage", "kind, model, stage, updated DESC, id, begun, tier, author", "stage"),
            Index("stage", "kind, stage, updated DESC, id, begun, tier", "stage"),
            Index("tier", "kind, tier, updated DESC, id, begun", "tier"),
            Index("author", "kind, author, updated DESC, id, begun, stage, tier", "author"),
            Index("alias", "kind, alias, model, begun DESC, id", "alias"),
            $"""
                CREATE TABLE mlops_tag (
                    kind {integer} NOT NULL,
                    id {text} NOT NULL,
                    mark {blob} NOT NULL,
                    updated {dialect.TimestampType} NOT NULL,
                    PRIMARY KEY (kind, id, mark)
                ){clustered}
                """,
            "CREATE INDEX mlops_tag_mark ON mlops_tag (kind, mark, updated DESC, id)",
            $"CREATE TABLE mlops_audit (idx {integer} PRIMARY KEY, entry {blob} NOT NULL, leaf_hash {blob} NOT NULL)",
            $"""
                CREATE TABLE mlops_node (
                    level {integer} NOT NULL,
                    idx {integer} NOT NULL,
                    hash {blob} NOT NULL,
                    PRIMARY KEY (level, idx)
                ){clustered}
                """,
            $"""
                CREATE TABLE mlops_subject (
                    subject {text} NOT NULL,
                    idx {integer} NOT NULL,
                    PRIMARY KEY (subject, idx)
                ){clustered}
                """,
            $"""
                CREATE TABLE mlops_head (
                    id {integer} PRIMARY KEY CHECK (id = 1),
                    size {integer} NOT NULL,
                    root {blob} NOT NULL,
                    frontier {blob} NOT NULL
                )
                """,
        ];
    }

    private static string Index(string name, string columns, string? column = null) =>
        $"CREATE INDEX mlops_record_{name} ON mlops_record ({columns})"
        + (column is null ? "" : $" WHERE {column} IS NOT NULL");
}
