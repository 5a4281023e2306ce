using Mlops.Registry.Access;
using Mlops.Registry.Approvals;
using Mlops.Registry.Audit;
using Mlops.Registry.Models;
using Mlops.Registry.Policies;
using Mlops.Registry.Serialization;
using Mlops.Registry.Stages;
using Mlops.Registry.Stores;

namespace Mlops.Registry.Engine;

internal sealed partial class RegistrySession
{
    private static readonly TimeSpan LongestValidity = TimeSpan.FromDays(36_525);

    /// <inheritdoc/>
    public Task<ModelVersion> RequestReviewAsync(
        VersionKey version,
        string reason,
        CancellationToken cancellationToken = default
    )
    {
        ThrowIfNoReason(reason);
        return ChangeVersionAsync(
            new Intent(
                "request-review",
                AuditAction.ReviewRequested,
                RegistryRight.RequestReview,
                Version: version,
                Reason: reason
            ),
            async (unit, found, token) =>
            {
                await JudgeAsync(unit, found, Stage.InReview, null, token).ConfigureAwait(false);
                return Step(unit, found, Stage.InReview) with
                {
                    Review = new ReviewRequest(Caller.Id, unit.Now, reason),
                };
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<ModelVersion> ApproveAsync(
        VersionKey version,
        ApprovalRequest request,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrWhiteSpace(request.Role);
        ArgumentException.ThrowIfNullOrWhiteSpace(request.Ticket);
        if (request.ValidFor is { } validFor)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(validFor, TimeSpan.Zero);
        }

        if (request.ValidFor > LongestValidity)
        {
            throw new ArgumentOutOfRangeException(
                nameof(request),
                request.ValidFor,
                FormattableString.Invariant($"An approval is valid for at most {LongestValidity.Days} days.")
            );
        }

        return ChangeAsync(
            new Intent(
                "approve",
                AuditAction.Approved,
                null,
                Version: version,
                Reason: request.Comment,
                Ticket: request.Ticket
            ),
            async (unit, token) =>
            {
                var delegation = await ActAsAsync(unit, request.Role, version.Model, token).ConfigureAwait(false);
                var found = await VersionAsync(unit, version, request.ExpectedRevision, token).ConfigureAwait(false);
                if (!ApprovalRules.CanBeApproved(found.Stage))
                {
                    throw new InvalidTransitionException(
                        $"{version} is {found.Stage}: only what is in review is approved, or what was approved before and is approved anew."
                    );
                }

                var policy = await PolicyShelf.OfModelAsync(unit.Reader, version.Model, token).ConfigureAwait(false);
                var approval = ApprovalRules.Make(
                    policy,
                    found,
                    ApprovalOutcome.Approved,
                    Caller.Id,
                    request,
                    unit.Now,
                    delegation
                );
                unit.Detail("role", request.Role);
                unit.Detail("approval", FormattableString.Invariant($"{approval.Id}"));
                var approved = found with { Approvals = [.. found.Approvals, approval] };
                // The entry of a refusal has the approval as it was asked for: a dry run judges it anew.
                unit.Facts = await FactsAsync(unit.Reader, approved, Stage.Approved, null, unit.Now, token)
                    .ConfigureAwait(false);
                ApprovalRules.ThrowIfNotSeparate(policy, found, approval);
                return PutVersion(
                    unit,
                    found.Stage == Stage.InReview ? Accept(unit, policy, approved) : Renewed(unit, approved)
                );
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<ModelVersion> RejectAsync(
        VersionKey version,
        RejectionRequest request,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrWhiteSpace(request.Role);
        ArgumentException.ThrowIfNullOrWhiteSpace(request.Ticket);
        ThrowIfNoReason(request.Reason);
        return ChangeAsync(
            new Intent(
                "reject",
                AuditAction.Rejected,
                null,
                Version: version,
                Reason: request.Reason,
                Ticket: request.Ticket
            ),
            async (unit, token) =>
            {
                var delegation = await ActAsAsync(unit, request.Role, version.Model, token).ConfigureAwait(false);
                var found = await VersionAsync(unit, version, request.ExpectedRevision, token).ConfigureAwait(false);
                var policy = await PolicyShelf.OfModelAsync(unit.Reader, version.Model, token).ConfigureAwait(false);
                var rejection = ApprovalRules.Make(
                    policy,
                    found,
                    ApprovalOutcome.Rejected,
                    Caller.Id,
                    new ApprovalRequest(request.Role, request.Ticket) { Comment = request.Reason },
                    unit.Now,
                    delegation
                );
                unit.Detail("role", request.Role);
                return PutVersion(
                    unit,
                    Step(unit, found, Stage.Rejected) with
                    {
                        Approvals = [.. found.Approvals, rejection],
                    }
                );
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<ModelVersion> RevokeApprovalAsync(
        VersionKey version,
        int approvalId,
        string reason,
        CancellationToken cancellationToken = default
    )
    {
        ThrowIfNoReason(reason);
        return ChangeAsync(
            new Intent("revoke-approval", AuditAction.ApprovalRevoked, null, Version: version, Reason: reason),
            async (unit, token) =>
            {
                // Who may not revoke it learns nothing of what is there, not even that nothing is.
                var (sought, _) = await unit.FindAsync<ModelVersion>(Records.Version(version), token)
                    .ConfigureAwait(false);
                if (sought?.Approvals.Any(given => given.Id == approvalId && given.Approver == Caller.Id) != true)
                {
                    unit.Require(RegistryRight.RevokeApproval);
                }

                var found = await VersionAsync(unit, version, null, token).ConfigureAwait(false);
                var position = found.Approvals.ToList().FindIndex(given => given.Id == approvalId);
                if (position < 0)
                {
                    throw new RegistryNotFoundException(
                        FormattableString.Invariant(
                            $"{version} has no approval {approvalId}; it has {found.Approvals.Count}."
                        )
                    );
                }

                var approval = found.Approvals[position];

                if (approval.Revocation is { } before)
                {
                    throw new RegistryConflictException(
                        FormattableString.Invariant(
                            $"Approval {approvalId} of {version} is revoked already, by {before.By} at {before.At:u}."
                        ),
                        before.By,
                        before.At,
                        found.Revision
                    );
                }

                unit.Detail("approval", FormattableString.Invariant($"{approvalId}"));
                unit.Detail("role", approval.Role);
                Approval[] approvals = [.. found.Approvals];
                approvals[position] = approval with { Revocation = new Revocation(Caller.Id, unit.Now, reason) };
                return PutVersion(unit, found with { Approvals = approvals });
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<Delegation> DelegateAsync(DelegationRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrWhiteSpace(request.To);
        ArgumentException.ThrowIfNullOrWhiteSpace(request.Role);
        ThrowIfNoReason(request.Reason);
        return ChangeAsync(
            new Intent(
                "delegate",
                AuditAction.Delegated,
                RegistryRight.Delegate,
                request.Model,
                Reason: request.Reason
            ),
            async (unit, token) =>
            {
                var start = request.Start?.ToUniversalTime() ?? unit.Now;
                DelegationRules.ThrowIfInvalid(Caller, request, start, unit.Now);
                if (request.Model is { } model)
                {
                    _ = await Records.ModelAsync(unit.Reader, model, token).ConfigureAwait(false);
                }

                var counter = new RecordKey(RecordKind.Setting, "delegation-count");
                var record = await unit.Reader.GetAsync(counter, token).ConfigureAwait(false);
                var number = record is null ? 1 : RegistryJson.Deserialize<int>(record.Payload.Span) + 1;
                var delegation = new Delegation(
                    FormattableString.Invariant($"delegation-{number}"),
                    Caller.Id,
                    request.To,
                    request.Role,
                    request.Model,
                    start,
                    request.End.ToUniversalTime(),
                    request.Reason
                );
                unit.Detail("delegation", delegation.Id);
                unit.Detail("to", delegation.To);
                unit.Detail("role", delegation.Role);
                unit.Put(counter, record?.Revision ?? 0, number, RecordIndex.None);
                unit.Put(Records.Delegation(delegation.Id), 0, delegation, Records.IndexOf(delegation));
                return delegation with { Revision = 1 };
            },
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<Page<Delegation>> ListDelegationsAsync(
        string? to = null,
        int limit = 50,
        string? after = null,
        CancellationToken cancellationToken = default
    ) =>
        SearchAsync(
            "list-delegations",
            null,
            new RecordQuery(RecordKind.Delegation)
            {
                Author = to,
                Order = RecordOrder.FromDescending,
                Limit = limit,
                After = after,
            },
            record => RegistryJson.Deserialize<Delegation>(record.Payload.Span) with { Revision = record.Revision },
            cancellationToken
        );

    /// <inheritdoc/>
    public Task<Delegation> RevokeDelegationAsync(
        string id,
        string reason,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ThrowIfNoReason(reason);
        return ChangeAsync(
            new Intent("revoke-delegation", AuditAction.DelegationRevoked, null, Reason: reason),
            async (unit, token) =>
            {
                var key = Records.Delegation(id);
                var (sought, _) = await unit.FindAsync<Delegation>(key, token).ConfigureAwait(false);
                if (sought?.From != Caller.Id && sought?.To != Caller.Id)
                {
                    unit.Require(RegistryRight.RevokeApproval);
                }

                var (delegation, revision) = await unit.GetAsync<Delegation>(key, $"delegation '{id}'", token)
                    .ConfigureAwait(false);

                if (delegation.Revocation is { } before)
                {
                    throw new RegistryConflictException(
                        FormattableString.Invariant($"{id} is revoked already, by {before.By} at {before.At:u}."),
                        before.By,
                        before.At,
                        revision
                    );
                }

                var revoked = delegation with { Revocation = new Revocation(Caller.Id, unit.Now, reason) };
                unit.Detail("delegation", id);
                unit.Put(key, revision, revoked, Records.IndexOf(revoked));
                return revoked with { Revision = revision + 1 };
            },
            cancellationToken
        );
    }

    /// <summary>Finds in which capacity the caller decides: in a role of their own, or one delegated to them.</summary>
    /// <returns>The delegation; <see langword="null"/> for a role of their own.</returns>
    private async ValueTask<Delegation?> ActAsAsync(
        Unit unit,
        string role,
        string model,
        CancellationToken cancellationToken
    )
    {
        if (Caller.Holds(role))
        {
            unit.Require(RegistryRight.Approve);
            return null;
        }

        var page = await unit
            .Reader.QueryAsync(
                new RecordQuery(RecordKind.Delegation)
                {
                    Author = Caller.Id,
                    Alias = role,
                    At = unit.Now,
                    Limit = 1000,
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        var delegation = page
            .Records.Select(record => RegistryJson.Deserialize<Delegation>(record.Payload.Span))
            .FirstOrDefault(found => found.HoldsFor(model, unit.Now));
        var mayDecide = engine.Options.Access.Allows(
            new Principal(Caller.Id, [.. Caller.Roles, role]),
            RegistryRight.Approve
        );
        return delegation is not null && mayDecide
            ? delegation
            : throw new AccessDeniedException(
                RegistryRight.Approve,
                $"'{Caller.Id}' may not decide on {model} as {role}: they do not hold that role, and no delegation gives it to them now."
            );
    }

    /// <summary>Makes the version approved once the policy has all that it asks for.</summary>
    private static ModelVersion Accept(Unit unit, GovernancePolicy policy, ModelVersion version)
    {
        unit.Decision = PolicyEvaluator.Evaluate(policy, unit.Facts!);
        return unit.Decision.IsAllowed ? Step(unit, version, Stage.Approved) : version;
    }

    /// <summary>Approved anew before the approval runs out: no step is taken, and none is judged.</summary>
    private static ModelVersion Renewed(Unit unit, ModelVersion version)
    {
        unit.Facts = null;
        return version;
    }
}
