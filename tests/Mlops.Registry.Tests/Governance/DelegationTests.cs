using Mlops.Registry.Access;
using Mlops.Registry.Approvals;
using Mlops.Registry.Tests.Operations;

namespace Mlops.Registry.Tests.Governance;

/// <summary>The bounds of a delegation's time, each at the very time.</summary>
public sealed class DelegationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DelegateAsync_AsLongAsAllowed_IsGivenAndATickLongerIsNot()
    {
        await using var work = new Workplace();
        var start = work.Clock.Now.AddDays(1);
        var request = Until(start + DelegationRequest.MaximumDuration) with { Start = start };

        var exception = await work.FailsAsync<ArgumentException>(() =>
            work.Vera.DelegateAsync(request with { End = request.End.AddTicks(1) }, Cancellation)
        );
        Assert.Contains("at most", exception.Message, StringComparison.Ordinal);
        var given = await work.Vera.DelegateAsync(request, Cancellation);

        Assert.Equal(DelegationRequest.MaximumDuration, given.End - given.Start);
    }

    [Fact]
    public async Task DelegateAsync_EndsWhenItStarts_IsRefused()
    {
        await using var work = new Workplace();
        var start = work.Clock.Now.AddDays(1);

        await work.FailsAsync<ArgumentException>(() =>
            work.Vera.DelegateAsync(Until(start) with { Start = start }, Cancellation)
        );
    }

    [Fact]
    public async Task DelegateAsync_OverBeforeItIsGiven_IsRefused()
    {
        await using var work = new Workplace();
        var now = work.Clock.Now;

        var exception = await work.FailsAsync<ArgumentException>(() =>
            work.Vera.DelegateAsync(Until(now) with { Start = now.AddDays(-2) }, Cancellation)
        );

        Assert.Contains("not after its start", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ApproveAsync_ByADelegationToAnotherOrOfAnotherRole_IsDenied()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var key = await work.InReviewAsync();
        await work.Vera.DelegateAsync(Until(work.Clock.Now.AddDays(5)), Cancellation);
        var vic = work.Registry.As(new Principal("vic", [RegistryRole.Reader]));
        var request = new ApprovalRequest(RegistryRole.Validator, "T-1");

        await work.RefusedAsync<AccessDeniedException>(() => work.Eve.ApproveAsync(key, request, Cancellation));
        await work.RefusedAsync<AccessDeniedException>(() =>
            vic.ApproveAsync(key, request with { Role = RegistryRole.RiskOfficer }, Cancellation)
        );
        await vic.ApproveAsync(key, request, Cancellation);
    }

    [Fact]
    public async Task ApproveAsync_InADelegatedRoleThatMayNotApprove_IsDenied()
    {
        await using var work = new Workplace();
        await work.CreateAsync();
        var key = await work.InReviewAsync();
        var both = work.Registry.As(new Principal("olga", [RegistryRole.Validator, RegistryRole.Operator]));
        var request = Until(work.Clock.Now.AddDays(5)) with { Role = RegistryRole.Operator };
        await both.DelegateAsync(request, Cancellation);
        var vic = work.Registry.As(new Principal("vic", [RegistryRole.Reader]));

        await work.RefusedAsync<AccessDeniedException>(() =>
            vic.ApproveAsync(key, new(RegistryRole.Operator, "T-1"), Cancellation)
        );
    }

    [Fact]
    public async Task RevokeDelegationAsync_ByWhoGaveOrGotIt_NeedsNoRightAndByAnotherDoes()
    {
        await using var work = new Workplace();
        var end = work.Clock.Now.AddDays(5);
        var first = await work.Vera.DelegateAsync(Until(end), Cancellation);
        var second = await work.Vera.DelegateAsync(Until(end), Cancellation);
        var vera = work.Registry.As(new Principal("vera", []));
        var vic = work.Registry.As(new Principal("vic", []));

        await work.RefusedAsync<AccessDeniedException>(() =>
            work.Eve.RevokeDelegationAsync(first.Id, "mine now", Cancellation)
        );
        var back = await vic.RevokeDelegationAsync(first.Id, "no time", Cancellation);
        await vera.RevokeDelegationAsync(second.Id, "here again", Cancellation);

        Assert.Equal("vic", back.Revocation!.By);
        var twice = await work.FailsAsync<RegistryConflictException>(() =>
            vera.RevokeDelegationAsync(first.Id, "too", Cancellation)
        );
        Assert.Contains("revoked already, by vic", twice.Message, StringComparison.Ordinal);
    }

    private static DelegationRequest Until(DateTimeOffset end) => new("vic", RegistryRole.Validator, end, "away");
}
