namespace Mlops.Storage.Commands;

/// <summary>A unit of work inside a write transaction, which it may share with others.</summary>
/// <remarks>
/// What it did is durable, and it may be told to anybody, when the call that ran it has returned, and not before.
/// The unit does not begin, commit or roll back: who fails throws.
/// </remarks>
public sealed class WriteUnit : SqlUnit
{
    internal WriteUnit(Session session)
        : base(session) { }

    /// <summary>Whether a statement that may write has run; queries (SELECT, VALUES, WITH without a change) do not count.</summary>
    public bool HasWritten { get; private set; }

    internal override void Admit(string sql, bool isQuery) { }

    internal override void Wrote() => HasWritten = true;
}
