using System.Data;

namespace Mlops.Storage.Commands;

/// <summary>A statement whose parameters can be set; the type of a value that is null is known from the overload.</summary>
/// <typeparam name="TSelf">The statement's own type, so that calls chain.</typeparam>
public abstract class Statement<TSelf>
    where TSelf : Statement<TSelf>
{
    private protected Statement(string sql) => Sql = sql;

    /// <summary>The statement's text.</summary>
    public string Sql { get; }

    private protected abstract void Store(string name, object? value, DbType type);

    /// <summary>Sets an integer.</summary>
    /// <param name="name">The parameter's name without the <c>@</c>.</param>
    /// <param name="value">The value, or null for NULL.</param>
    public TSelf Set(string name, long? value) => SetValue(name, value, DbType.Int64);

    /// <summary>Sets a number.</summary>
    /// <param name="name">The parameter's name without the <c>@</c>.</param>
    /// <param name="value">The value, or null for NULL. SQLite stores NaN as NULL.</param>
    public TSelf Set(string name, double? value) => SetValue(name, value, DbType.Double);

    /// <summary>Sets a text.</summary>
    /// <param name="name">The parameter's name without the <c>@</c>.</param>
    /// <param name="value">The value, or null for NULL. PostgreSQL refuses the character U+0000.</param>
    public TSelf Set(string name, string? value) => SetValue(name, value, DbType.String);

    /// <summary>Sets bytes.</summary>
    /// <param name="name">The parameter's name without the <c>@</c>.</param>
    /// <param name="value">The value, or null for NULL; not copied, so it must stay as it is until the statement ran.</param>
    public TSelf Set(string name, byte[]? value) => SetValue(name, value, DbType.Binary);

    /// <summary>Sets a point in time, stored as its UTC ticks.</summary>
    /// <param name="name">The parameter's name without the <c>@</c>.</param>
    /// <param name="value">The value, or null for NULL; its offset is not kept.</param>
    public TSelf Set(string name, DateTimeOffset? value) => SetValue(name, value?.UtcTicks, DbType.Int64);

    /// <summary>Sets a truth value, stored as 1 or 0.</summary>
    /// <param name="name">The parameter's name without the <c>@</c>.</param>
    /// <param name="value">The value.</param>
    public TSelf Set(string name, bool value) => SetValue(name, value ? 1L : 0L, DbType.Int64);

    private TSelf SetValue(string name, object? value, DbType type)
    {
        Store(name, value, type);
        return (TSelf)this;
    }
}
