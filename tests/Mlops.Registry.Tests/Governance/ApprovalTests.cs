using Mlops.Registry.Access;
using Mlops.Registry.Approvals;
using Mlops.Registry.Audit;
using Mlops.Registry.Models;
using Mlops.Registry.Policies;
using Mlops.Registry.Risk;
using Mlops.Registry.Stages;
using Mlops.Registry.Tests.Operations;

namespace Mlops.Registry.Tests.Governance;

/// <summary>Who may approve, and which approvals count.</summary>
public sealed class ApprovalTests
{
    private static readonly ApprovalRequest Request = new(RegistryRole.Validator, "T-9") { Comment = "looks fine" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ApproveAsync_LastApprovalThatThePolicyAsksFor_ApprovesInTheSameEntry()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var key = await work.InReviewAsync();

        var version = await work.Vera.ApproveAsync(key, Request, Cancellation);

        Assert.Equal(Stage.Approved, version.Stage);
        var approval = Assert.Single(version.Approvals);
        Assert.Equal((1, "vera", "validator", "T-9"), (approval.Id, approval.Approver, approval.Role, approval.Ticket));
        Assert.Equal(work.Clock.Now.AddDays(730), approval.ExpiresAt);
        var entry = await work.LastEntryAsync();
        Assert.Equal((AuditAction.Approved, AuditOutcome.Done), (entry.Action, entry.Outcome));
        Assert.Equal(("looks fine", "T-9"), (entry.Reason, entry.Ticket));
        Assert.Equal("validator", entry.Details["role"]);
        Assert.Equal(("InReview", "Approved"), (entry.Details["from"], entry.Details["to"]));
        Assert.True(entry.Decision!.IsAllowed);
        Assert.Equal("", Assert.Single(entry.Facts!.Version.Approvals).Comment);
    }

    [Fact]
    public async Task ApproveAsync_TheAuthor_IsRefusedWithDecisionAndFacts()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var key = await work.InReviewAsync();
        var author = work.Registry.As(new Principal("ada", [RegistryRole.Author, RegistryRole.Validator]));

        var entry = await work.RefusedAsync<PolicyRefusedException>(() =>
            author.ApproveAsync(key, Request, Cancellation)
        );

        Assert.Equal((AuditAction.Approved, AuditOutcome.Refused), (entry.Action, entry.Outcome));
        Assert.Equal(
            "ada can't approve credit@1: ada is the author. Somebody who had no hand in it can.",
            entry.Reason
        );
        Assert.False(entry.Decision!.IsAllowed);
        Assert.Equal("ada", Assert.Single(entry.Facts!.Version.Approvals).Approver);
        Assert.Equal((Stage.InReview, Stage.Approved), (entry.Facts.From, entry.Facts.To));
        Assert.Empty((await work.GetAsync(key)).Approvals);
    }

    [Fact]
    public async Task ApproveAsync_WhoChangedTheDraft_IsRefused()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var definition = new VersionDefinition
        {
            Artifacts = Mlops.Registry.Artifacts.ArtifactManifest.Create([await work.FileAsync("w")]),
        };
        var draft = await work.Ada.RegisterAsync(new("credit", definition) { AsDraft = true }, Cancellation);
        var vic = work.Registry.As(new Principal("vic", [RegistryRole.Author, RegistryRole.Validator]));
        var changed = await vic.ChangeDraftAsync(
            draft.Key,
            definition with
            {
                Description = "better",
            },
            draft.Revision,
            Cancellation
        );
        Assert.Equal(["vic"], changed.Contributors);
        await work.Ada.TransitionAsync(draft.Key, new(Stage.Registered, "done"), Cancellation);
        await work.Ada.AssessRiskAsync(draft.Key, Workplace.Low, new RiskContext(), "first", Cancellation);
        await work.Ada.RequestReviewAsync(draft.Key, "please", Cancellation);

        var entry = await work.RefusedAsync<PolicyRefusedException>(() =>
            vic.ApproveAsync(draft.Key, Request, Cancellation)
        );

        Assert.Contains("vic contributed to it", entry.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ada", "vic", "vic", "ada, who delegated the role, is the author")]
    [InlineData("vera", "ada", "ada", "ada is the author")]
    public async Task ApproveAsync_DelegationFromOrToTheAuthor_IsRefused(
        string from,
        string to,
        string approver,
        string expected
    )
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var key = await work.InReviewAsync();
        var giver = work.Registry.As(new Principal(from, [RegistryRole.Validator]));
        var request = new DelegationRequest(to, RegistryRole.Validator, work.Clock.Now.AddDays(5), "away");
        await giver.DelegateAsync(request, Cancellation);
        var taker = work.Registry.As(new Principal(approver, [RegistryRole.Author]));

        var entry = await work.RefusedAsync<PolicyRefusedException>(() =>
            taker.ApproveAsync(key, Request, Cancellation)
        );

        Assert.Contains(expected, entry.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ApproveAsync_DelegatedRole_CountsUntilItEnds()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var first = await work.InReviewAsync("one");
        var second = await work.InReviewAsync("two");
        var delegation = await work.Vera.DelegateAsync(
            new("vic", RegistryRole.Validator, work.Clock.Now.AddDays(5), "away") { Model = "credit" },
            Cancellation
        );
        var vic = work.Registry.As(new Principal("vic", [RegistryRole.Reader]));

        var approved = await vic.ApproveAsync(first, Request, Cancellation);

        Assert.Equal(Stage.Approved, approved.Stage);
        Assert.Equal(("vic", "vera"), (approved.Approvals[0].Approver, approved.Approvals[0].DelegatedBy));
        Assert.Equal(delegation.Id, approved.Approvals[0].Delegation);
        work.Clock.Advance(TimeSpan.FromDays(5));
        await work.RefusedAsync<AccessDeniedException>(() => vic.ApproveAsync(second, Request, Cancellation));
    }

    [Fact]
    public async Task ApproveAsync_DelegationRevokedOrForAnotherModel_IsDenied()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        await work.CreateAsync("fraud");
        var key = await work.InReviewAsync();
        var request = new DelegationRequest("vic", RegistryRole.Validator, work.Clock.Now.AddDays(5), "away");
        await work.Vera.DelegateAsync(request with { Model = "fraud" }, Cancellation);
        var whole = await work.Vera.DelegateAsync(request, Cancellation);
        await work.Vera.RevokeDelegationAsync(whole.Id, "back", Cancellation);
        var vic = work.Registry.As(new Principal("vic", [RegistryRole.Reader]));

        var entry = await work.RefusedAsync<AccessDeniedException>(() => vic.ApproveAsync(key, Request, Cancellation));

        Assert.Contains("no delegation gives it to them now", entry.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ApproveAsync_AfterARejection_OnlyTheLaterOneCounts()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var key = await work.ApprovedAsync();
        await work.Ada.RequestReviewAsync(key, "again", Cancellation);
        var rejected = await work.Rita.RejectAsync(
            key,
            new(RegistryRole.RiskOfficer, "T-2", "too risky"),
            Cancellation
        );
        Assert.Equal(Stage.Rejected, rejected.Stage);
        await work.Ada.RequestReviewAsync(key, "mended", Cancellation);
        var standing = await work.Ada.GetStandingAsync(key, cancellationToken: Cancellation);
        Assert.Equal([false, false], standing.Approvals.Select(approval => approval.Counts));

        var approved = await work.Vera.ApproveAsync(key, Request, Cancellation);

        Assert.Equal(Stage.Approved, approved.Stage);
        Assert.Equal([1, 2, 3], approved.Approvals.Select(approval => approval.Id));
    }

    [Fact]
    public async Task ApproveAsync_AnewWhileActive_LastsLonger()
    {
        await using var work = new Workplace();
        var key = await work.CreateActiveAsync();
        work.Clock.Advance(TimeSpan.FromDays(700));

        var renewed = await work.Vera.ApproveAsync(key, Request, Cancellation);

        Assert.Equal(Stage.Active, renewed.Stage);
        work.Clock.Advance(TimeSpan.FromDays(100));
        var standing = await work.Ada.GetStandingAsync(key, cancellationToken: Cancellation);
        Assert.Equal([false, true], standing.Approvals.Select(approval => approval.Counts));
        Assert.Null((await work.LastEntryAsync()).Decision);
    }

    [Fact]
    public async Task ApproveAsync_OnePersonInTwoRoles_CountsInOne()
    {
        await using var work = new Workplace();
        await AddPolicyAsync(work, 1, 1);
        await work.CreateAsync();
        var key = await work.InReviewAsync();
        var both = work.Registry.As(new Principal("bo", [RegistryRole.Validator, RegistryRole.RiskOfficer]));

        await both.ApproveAsync(key, Request, Cancellation);
        var version = await both.ApproveAsync(key, new(RegistryRole.RiskOfficer, "T-3"), Cancellation);

        Assert.Equal(Stage.InReview, version.Stage);
        Assert.Equal(
            Stage.Approved,
            (await work.Rita.ApproveAsync(key, new("risk-officer", "T-4"), Cancellation)).Stage
        );
    }

    [Fact]
    public async Task ApproveAsync_PolicyAsksForMoreInBetween_StaysInReview()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var key = await work.InReviewAsync();
        await AddPolicyAsync(work, 1, 1);

        var version = await work.Vera.ApproveAsync(key, Request, Cancellation);

        Assert.Equal(Stage.InReview, version.Stage);
        Assert.Equal("default@1", version.Approvals[0].Basis.Policy);
        var entry = await work.LastEntryAsync();
        Assert.Equal(AuditOutcome.Done, entry.Outcome);
        Assert.False(entry.Decision!.IsAllowed);
    }

    [Fact]
    public async Task ApproveAsync_ValidForLongerThanThePolicyAllows_IsCutToIt()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var key = await work.InReviewAsync();

        var version = await work.Vera.ApproveAsync(
            key,
            Request with
            {
                ValidFor = TimeSpan.FromDays(9000),
            },
            Cancellation
        );

        Assert.Equal(work.Clock.Now.AddDays(730), version.Approvals[0].ExpiresAt);
    }

    [Fact]
    public async Task ApproveAsync_BadArguments_SayWhatWouldBeRight()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var key = await work.RegisterAsync();

        await work.FailsAsync<ArgumentException>(() => work.Vera.ApproveAsync(key, new("", "T"), Cancellation));
        await work.FailsAsync<ArgumentException>(() =>
            work.Vera.ApproveAsync(key, new("validator", " "), Cancellation)
        );
        var tooLong = await work.FailsAsync<ArgumentOutOfRangeException>(() =>
            work.Vera.ApproveAsync(key, Request with { ValidFor = TimeSpan.MaxValue }, Cancellation)
        );
        var early = await work.FailsAsync<InvalidTransitionException>(() =>
            work.Vera.ApproveAsync(key, Request, Cancellation)
        );

        Assert.Contains("at most 36525 days", tooLong.Message, StringComparison.Ordinal);
        Assert.Contains("credit@1 is Registered: only what is in review", early.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ApproveAsync_ChangedSinceTheCallerSawIt_SaysWhoAndWhen()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var key = await work.InReviewAsync();
        var seen = (await work.GetAsync(key)).Revision;
        work.Clock.Advance(TimeSpan.FromMinutes(5));
        await work.Ada.AttachEvidenceAsync(key, new(Workplace.Statement("late")), Cancellation);
        var at = work.Clock.Now;
        work.Clock.Advance(TimeSpan.FromMinutes(5));

        var conflict = await work.FailsAsync<RegistryConflictException>(() =>
            work.Vera.ApproveAsync(key, Request with { ExpectedRevision = seen }, Cancellation)
        );

        Assert.Equal(
            ("ada", (DateTimeOffset?)at, seen + 1),
            (conflict.ChangedBy, conflict.ChangedAt, conflict.ActualRevision)
        );
        Assert.Contains("ada changed it at 2026-01-15 09:05:00Z", conflict.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TransitionAsync_FromReviewToApproved_GoesByApprovalsAlone()
    {
        await using var work = new Workplace();
        await work.Adam.AddPolicyAsync(GovernancePolicy.Observe with { Name = "default" }, "adopt", Cancellation);
        await work.CreateAsync();
        var key = await work.InReviewAsync();
        var all = work.Registry.As(new Principal("max", [RegistryRole.Validator, RegistryRole.Operator]));

        var exception = await work.FailsAsync<InvalidTransitionException>(() =>
            all.TransitionAsync(key, new(Stage.Approved, "shortcut"), Cancellation)
        );

        Assert.Equal(
            "credit@1 is InReview: it becomes Approved by ApproveAsync, not by a transition.",
            exception.Message
        );
    }

    [Fact]
    public async Task RevokeApprovalAsync_OnesOwn_NeedsNoRight()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var key = await work.ApprovedAsync();
        var formerValidator = work.Registry.As(new Principal("vera", []));

        var version = await formerValidator.RevokeApprovalAsync(key, 1, "mistake", Cancellation);

        Assert.Equal("vera", version.Approvals[0].Revocation!.By);
        var again = await work.FailsAsync<RegistryConflictException>(() =>
            work.Rita.RevokeApprovalAsync(key, 1, "too", Cancellation)
        );
        Assert.Contains("revoked already, by vera", again.Message, StringComparison.Ordinal);
        var none = await work.FailsAsync<RegistryNotFoundException>(() =>
            work.Rita.RevokeApprovalAsync(key, 7, "which", Cancellation)
        );
        Assert.Equal("credit@1 has no approval 7; it has 1.", none.Message);
    }

    [Fact]
    public async Task RevokeApprovalAsync_AnothersByWhoApprovedToo_IsDenied()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var key = await work.ApprovedAsync();
        await work.Registry.As(new Principal("val", [RegistryRole.Validator])).ApproveAsync(key, Request, Cancellation);
        var formerValidator = work.Registry.As(new Principal("val", []));

        await work.RefusedAsync<AccessDeniedException>(() =>
            formerValidator.RevokeApprovalAsync(key, 1, "not mine", Cancellation)
        );
        await formerValidator.RevokeApprovalAsync(key, 2, "mine", Cancellation);
    }

    [Fact]
    public async Task DelegateAsync_WhatMayNotBeDelegated_IsRefused()
    {
        await using var work = new Workplace();
        var end = work.Clock.Now.AddDays(1);
        var request = new DelegationRequest("vic", RegistryRole.Validator, end, "away");

        await work.RefusedAsync<AccessDeniedException>(() => work.Rita.DelegateAsync(request, Cancellation));
        await work.FailsAsync<ArgumentException>(() =>
            work.Vera.DelegateAsync(request with { To = "vera" }, Cancellation)
        );
        await work.FailsAsync<ArgumentException>(() =>
            work.Vera.DelegateAsync(request with { End = work.Clock.Now }, Cancellation)
        );
        await work.FailsAsync<ArgumentException>(() =>
            work.Vera.DelegateAsync(request with { End = work.Clock.Now.AddDays(91) }, Cancellation)
        );
        await work.FailsAsync<RegistryNotFoundException>(() =>
            work.Vera.DelegateAsync(request with { Model = "nothing" }, Cancellation)
        );
    }

    private static Task<GovernancePolicy> AddPolicyAsync(Workplace work, int validators, int officers) =>
        work.Adam.AddPolicyAsync(
            GovernancePolicy.Default with
            {
                Low = GovernancePolicy.Default.Low with
                {
                    Approvals = [new(RegistryRole.Validator, validators), new(RegistryRole.RiskOfficer, officers)],
                },
            },
            "two roles",
            Cancellation
        );
}
