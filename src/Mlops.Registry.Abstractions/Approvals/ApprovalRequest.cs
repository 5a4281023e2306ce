namespace Mlops.Registry.Approvals;

/// <summary>An approval to be given.</summary>
/// <param name="Role">The role in which the caller approves; they hold it, or it was delegated to them.</param>
/// <param name="Ticket">The ticket of the decision in the organisation's own system.</param>
public sealed record ApprovalRequest(string Role, string Ticket)
{
    /// <summary>What there is to say.</summary>
    public string Comment { get; init; } = "";

    /// <summary>For how long; the policy's time when left out, and never longer than that.</summary>
    public TimeSpan? ValidFor { get; init; }

    /// <summary>The revision of the version that the caller saw; <see langword="null"/> to approve what is there.</summary>
    public long? ExpectedRevision { get; init; }
}
