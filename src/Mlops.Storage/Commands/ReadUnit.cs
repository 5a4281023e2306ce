namespace Mlops.Storage.Commands;

/// <summary>A stretch of reading on one connection.</summary>
public sealed class ReadUnit : SqlUnit
{
    internal ReadUnit(Session session)
        : base(session) { }

    internal override void Admit(string sql, bool isQuery)
    {
        if (!isQuery)
        {
            throw new InvalidOperationException(
                $"A read runs queries only (SELECT, VALUES, EXPLAIN, WITH … SELECT); this is none: {sql}"
            );
        }
    }

    internal override void Wrote() => throw new InvalidOperationException("A read does not write.");
}
