namespace Mlops.Registry.Approvals;

/// <summary>A rejection.</summary>
/// <param name="Role">The role in which the caller rejects.</param>
/// <param name="Ticket">The ticket of the decision in the organisation's own system.</param>
/// <param name="Reason">Why; it must be said.</param>
public sealed record RejectionRequest(string Role, string Ticket, string Reason)
{
    /// <summary>The revision of the version that the caller saw; <see langword="null"/> to reject what is there.</summary>
    public long? ExpectedRevision { get; init; }
}
