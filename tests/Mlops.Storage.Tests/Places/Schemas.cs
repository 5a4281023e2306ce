using Mlops.Storage.Migrations;

namespace Mlops.Storage.Tests.Places;

internal static class Schemas
{
    /// <summary>A table whose rows have a key and a number.</summary>
    public static MigrationSet Items { get; } = ItemsUpTo(3);

    public static MigrationSet ItemsUpTo(int count, string column = "amount") =>
        new(
            "items",
            [
                .. new Migration[]
                {
                    new(
                        1,
                        "items",
                        dialect =>
                            [
                                $"CREATE TABLE item (name {dialect.TextType} NOT NULL PRIMARY KEY, {column} {dialect.IntegerType} NOT NULL)",
                            ]
                    ),
                    new(
                        2,
                        "note; with 'quotes'",
                        dialect =>
                            [
                                $"ALTER TABLE item ADD COLUMN note {dialect.TextType}",
                                "INSERT INTO item (name, amount) VALUES ('counter', 0)",
                            ]
                    ),
                    new(3, "data", dialect => [$"ALTER TABLE item ADD COLUMN data {dialect.BlobType}"]),
                }.Take(count),
            ]
        );
}
