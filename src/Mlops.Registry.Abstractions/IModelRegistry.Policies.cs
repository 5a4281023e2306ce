using Mlops.Registry.Models;
using Mlops.Registry.Policies;
using Mlops.Registry.Retention;

namespace Mlops.Registry;

public partial interface IModelRegistry
{
    /// <summary>Adds a version of a policy: its number is the next one. Models under that policy are judged by it from now on.</summary>
    /// <param name="policy">The policy; its version is filled in.</param>
    /// <param name="reason">What changed, and why.</param>
    /// <param name="cancellationToken">Ends the wait before the commit.</param>
    Task<GovernancePolicy> AddPolicyAsync(
        GovernancePolicy policy,
        string reason,
        CancellationToken cancellationToken = default
    );

    /// <summary>Reads a policy.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="version">Its version; the latest when left out.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<GovernancePolicy> GetPolicyAsync(
        string name,
        int? version = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Tries a policy on the steps of the past, and changes nothing.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="model">The model; all when left out.</param>
    /// <param name="since">Only steps at this time or later, in UTC.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task<PolicyDryRun> TryPolicyAsync(
        GovernancePolicy policy,
        string? model = null,
        DateTimeOffset? since = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Sets for how long a version's records are kept.</summary>
    /// <param name="version">The version.</param>
    /// <param name="periods">The retention classes, each with when it began; the longest wins.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Ends the wait before the commit.</param>
    Task<ModelVersion> SetRetentionAsync(
        VersionKey version,
        IReadOnlyList<RetentionPeriod> periods,
        string reason,
        CancellationToken cancellationToken = default
    );

    /// <summary>Places a legal hold: nothing of the version is erased while it lasts.</summary>
    /// <param name="version">The version.</param>
    /// <param name="matter">The matter: what it is called, and found by, in the organisation.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Ends the wait before the commit.</param>
    Task<ModelVersion> PlaceHoldAsync(
        VersionKey version,
        string matter,
        string reason,
        CancellationToken cancellationToken = default
    );

    /// <summary>Releases a legal hold.</summary>
    /// <param name="version">The version.</param>
    /// <param name="matter">The matter.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Ends the wait before the commit.</param>
    Task<ModelVersion> ReleaseHoldAsync(
        VersionKey version,
        string matter,
        string reason,
        CancellationToken cancellationToken = default
    );

    /// <summary>Erases what retention no longer keeps: stored documents, artifacts that no other version has, and the texts behind digests. The log keeps its digests, so it still verifies.</summary>
    /// <param name="version">The version; it is retired.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Ends the wait before the commit.</param>
    /// <exception cref="PolicyRefusedException">Retention or a hold still keeps it; the message says until when.</exception>
    Task EraseAsync(VersionKey version, string reason, CancellationToken cancellationToken = default);
}
