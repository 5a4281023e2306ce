using System.Globalization;
using Mlops.Registry.Approvals;
using Mlops.Registry.Models;
using Mlops.Registry.Policies;

namespace Mlops.Registry.Governance;

/// <summary>Whether each approval of a version counts at a time.</summary>
/// <remarks>
/// <para>It counts while it is not revoked and not expired, no rejection came after it, and what it is bound to is as it was:
/// the definition (its digest is computed anew), the risk assessment, the evidence that it rested on, none of it withdrawn,
/// and no later evidence of those kinds that failed. Where the policy enforces it, the approver must have had no hand in
/// the version, and the approval must not be older than the policy allows.</para>
/// <para>A later request for review does not end it: what an approval says still holds as long as its basis does. A rejection does,
/// in whichever review, unless it was revoked. A new version of the policy does not; it judges the approvals anew.</para>
/// <para>The records are taken as they are: the time decides expiry and age alone.</para>
/// </remarks>
public static class ApprovalEvaluator
{
    /// <summary>The id of the rule that who had a hand in a version can't approve it.</summary>
    public const string SeparationOfDuties = "separation-of-duties";

    /// <summary>Tells whether each approval counts.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="version">The version.</param>
    /// <param name="at">The time, in UTC.</param>
    /// <returns>The approvals and rejections, in their order.</returns>
    public static IReadOnlyList<ApprovalStanding> Evaluate(
        GovernancePolicy policy,
        ModelVersion version,
        DateTimeOffset at
    )
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(version);
        var tier = policy.For(version.Risk?.Tier);
        return
        [
            .. Judge(tier, version, at, activator: null)
                .Select(item =>
                {
                    var reason = ReasonNotToCount(tier, item);
                    return new ApprovalStanding(item.Approval, reason is null, reason ?? "");
                }),
        ];
    }

    /// <summary>Tells whether a person may approve a version under separation of duties, before they do.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="version">The version.</param>
    /// <param name="approver">Who wants to approve.</param>
    /// <param name="delegatedBy">Who gave them the role; <see langword="null"/> when it is their own.</param>
    /// <returns>What the rule says; not applicable when the policy has none.</returns>
    public static RuleResult JudgeApprover(
        GovernancePolicy policy,
        ModelVersion version,
        string approver,
        string? delegatedBy = null
    )
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(version);
        ArgumentException.ThrowIfNullOrWhiteSpace(approver);
        if (policy.For(version.Risk?.Tier).SeparationOfDuties is not { } mode)
        {
            return new(
                SeparationOfDuties,
                RuleMode.Observe,
                RuleOutcome.NotApplicable,
                "The policy does not separate duties.",
                []
            );
        }

        return Hand(version, approver, delegatedBy) is { } reason
            ? new(
                SeparationOfDuties,
                mode,
                RuleOutcome.NotMet,
                $"{approver} can't approve {version.Key}: {reason}. Somebody who had no hand in it can.",
                []
            )
            : new(SeparationOfDuties, mode, RuleOutcome.Met, $"{approver} had no hand in {version.Key}.", []);
    }

    internal static IReadOnlyList<JudgedApproval> Judge(
        TierPolicy tier,
        ModelVersion version,
        DateTimeOffset at,
        string? activator
    )
    {
        var basis = new BasisCheck(version);
        return
        [
            .. version
                .Approvals.Index()
                .Select(item => new JudgedApproval(
                    item.Item,
                    Fault(version, item.Item, item.Index, at) ?? basis.Fault(item.Item),
                    Hand(version, item.Item.Approver, item.Item.DelegatedBy),
                    activator is not null && (item.Item.Approver == activator || item.Item.DelegatedBy == activator)
                        ? $"{activator}, who activates, approved it or delegated the role"
                        : null,
                    tier.ApprovalValidity is { } validity && at - item.Item.At >= validity.Duration
                        ? $"it was given at {Text(item.Item.At)}, more than {PolicyDuration.InWords(validity.Duration)} ago"
                        : null
                )),
        ];
    }

    internal static string? ReasonNotToCount(TierPolicy tier, JudgedApproval item) =>
        item.Fault
        ?? (tier.SeparationOfDuties == RuleMode.Enforce ? item.Duties : null)
        ?? (tier.SeparationOfActivation == RuleMode.Enforce ? item.Activation : null)
        ?? (tier.ApprovalValidity?.Mode == RuleMode.Enforce ? item.Age : null);

    internal static string Text(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    private static string? Fault(ModelVersion version, Approval approval, int position, DateTimeOffset at)
    {
        if (approval.Outcome != ApprovalOutcome.Approved)
        {
            return "it is a rejection";
        }

        if (approval.Revocation is { } revocation)
        {
            var why = revocation.Reason.Length > 0 ? $": {revocation.Reason}" : "";
            return $"{revocation.By} revoked it at {Text(revocation.At)}{why}";
        }

        if (approval.ExpiresAt <= at)
        {
            return $"it expired at {Text(approval.ExpiresAt.Value)}";
        }

        return
            version
                .Approvals.Skip(position + 1)
                .FirstOrDefault(later => later.Outcome == ApprovalOutcome.Rejected && later.Revocation is null)
                is { } rejection
            ? $"{rejection.Approver} rejected the version later, at {Text(rejection.At)}"
            : null;
    }

    private static string? Hand(ModelVersion version, string approver, string? delegatedBy)
    {
        foreach (var person in (ReadOnlySpan<string?>)[approver, delegatedBy])
        {
            var part =
                person is null ? null
                : person == version.Author ? "is the author"
                : version.Contributors.Contains(person, StringComparer.Ordinal) ? "contributed to it"
                : null;
            if (part is not null)
            {
                return person == approver ? $"{person} {part}" : $"{person}, who delegated the role, {part}";
            }
        }

        return null;
    }
}
