using Mlops.Storage.DependencyInjection;
using Mlops.Storage.PostgreSql;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps a component's data in PostgreSQL.</summary>
public static class PostgreSqlStorageBuilderExtensions
{
    /// <summary>Keeps the component's data on a PostgreSQL server.</summary>
    /// <typeparam name="TBuilder">The component's builder.</typeparam>
    /// <param name="builder">What the component's registration hands over.</param>
    /// <param name="connectionString">A connection string of Npgsql.</param>
    /// <param name="options">The schema and time limits; null for the defaults.</param>
    /// <returns><paramref name="builder"/>, so that calls chain.</returns>
    public static TBuilder UsePostgreSql<TBuilder>(
        this TBuilder builder,
        string connectionString,
        PostgreSqlDatabaseOptions? options = null
    )
        where TBuilder : IStorageBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        builder.UseDatabase(_ => PostgreSqlDatabase.Open(connectionString, options));
        return builder;
    }
}
