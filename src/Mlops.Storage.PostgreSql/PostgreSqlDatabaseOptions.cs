namespace Mlops.Storage.PostgreSql;

/// <summary>How a PostgreSQL database is used.</summary>
public sealed record PostgreSqlDatabaseOptions
{
    /// <summary>The schema that the tables live in; made by the first migration where the role may.</summary>
    /// <value>By default <c>mlops</c>.</value>
    public string Schema { get; init; } = "mlops";

    /// <summary>How connections are kept and how long writes are tried.</summary>
    /// <value>By default the defaults of <see cref="RelationalDatabaseOptions"/>.</value>
    public RelationalDatabaseOptions Database { get; init; } = new();

    internal void ThrowIfInvalid()
    {
        // 63 bytes is PostgreSQL's longest name; a comma or quote would make a list of the search path.
        if (
            Schema is not { Length: >= 1 and <= 63 }
            || !Schema.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_')
            || char.IsAsciiDigit(Schema[0])
        )
        {
            throw new ArgumentException(
                $"'{Schema}' is no schema's name here: 1 to 63 of a-z, 0-9 and _, not beginning with a digit.",
                nameof(Schema)
            );
        }

        ArgumentNullException.ThrowIfNull(Database);
    }
}
