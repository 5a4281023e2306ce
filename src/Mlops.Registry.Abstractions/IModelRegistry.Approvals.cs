using Mlops.Registry.Approvals;
using Mlops.Registry.Models;

namespace Mlops.Registry;

public partial interface IModelRegistry
{
    /// <summary>Asks the approvers to decide.</summary>
    /// <param name="version">The version.</param>
    /// <param name="reason">What is asked for, and why now.</param>
    /// <param name="cancellationToken">Ends the wait before the commit.</param>
    /// <exception cref="InvalidTransitionException">It can't be reviewed where it stands.</exception>
    /// <exception cref="PolicyRefusedException">What the policy wants before a review is not there.</exception>
    Task<ModelVersion> RequestReviewAsync(
        VersionKey version,
        string reason,
        CancellationToken cancellationToken = default
    );

    /// <summary>Approves in one role. When the policy's last approval is given, the version becomes approved in the same commit.</summary>
    /// <param name="version">The version; it is in review.</param>
    /// <param name="request">The approval.</param>
    /// <param name="cancellationToken">Ends the wait before the commit.</param>
    /// <exception cref="PolicyRefusedException">Separation of duties forbids it.</exception>
    /// <exception cref="RegistryConflictException">It has changed since the caller saw it.</exception>
    Task<ModelVersion> ApproveAsync(
        VersionKey version,
        ApprovalRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Rejects.</summary>
    /// <param name="version">The version; it is in review.</param>
    /// <param name="request">The rejection.</param>
    /// <param name="cancellationToken">Ends the wait before the commit.</param>
    Task<ModelVersion> RejectAsync(
        VersionKey version,
        RejectionRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Takes an approval back. An active version stays active until somebody suspends it or rolls it back; it can't become active again.</summary>
    /// <param name="version">The version.</param>
    /// <param name="approvalId">Which of its approvals.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Ends the wait before the commit.</param>
    Task<ModelVersion> RevokeApprovalAsync(
        VersionKey version,
        int approvalId,
        string reason,
        CancellationToken cancellationToken = default
    );

    /// <summary>Gives one of the caller's own roles to another person for a time.</summary>
    /// <param name="request">The delegation.</param>
    /// <param name="cancellationToken">Ends the wait before the commit.</param>
    Task<Delegation> DelegateAsync(DelegationRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists delegations, the last begun first, those that ended or were taken back too.</summary>
    /// <param name="to">Who received them; all when left out.</param>
    /// <param name="limit">How many at most, from 1 to 1000.</param>
    /// <param name="after">Where the page begins: <see cref="Page{T}.Next"/> of the one before.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<Page<Delegation>> ListDelegationsAsync(
        string? to = null,
        int limit = 50,
        string? after = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Takes a delegation back.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Ends the wait before the commit.</param>
    Task<Delegation> RevokeDelegationAsync(string id, string reason, CancellationToken cancellationToken = default);
}
