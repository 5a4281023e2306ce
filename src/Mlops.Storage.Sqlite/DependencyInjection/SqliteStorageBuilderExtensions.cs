using Mlops.Storage.DependencyInjection;
using Mlops.Storage.Sqlite;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps a component's data in SQLite.</summary>
public static class SqliteStorageBuilderExtensions
{
    /// <summary>Keeps the component's data in one SQLite file.</summary>
    /// <typeparam name="TBuilder">The component's builder.</typeparam>
    /// <param name="builder">What the component's registration hands over.</param>
    /// <param name="pathOrConnectionString">A file's path, or a connection string of Microsoft.Data.Sqlite.</param>
    /// <param name="options">Time limits and the like; null for the defaults.</param>
    /// <returns><paramref name="builder"/>, so that calls chain.</returns>
    public static TBuilder UseSqlite<TBuilder>(
        this TBuilder builder,
        string pathOrConnectionString,
        SqliteDatabaseOptions? options = null
    )
        where TBuilder : IStorageBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(pathOrConnectionString);
        builder.UseDatabase(_ => SqliteDatabase.Open(pathOrConnectionString, options));
        return builder;
    }
}
