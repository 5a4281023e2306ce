using System.Reflection;
using Mlops.Registry.Access;
using Mlops.Registry.Audit;
using Mlops.Registry.Tests.Operations;
using Mlops.Registry.Transparency;

namespace Mlops.Registry.Tests.Access;

/// <summary>What no role grants is denied, logged, and changes nothing.</summary>
public sealed class DeniedTests
{
    public static TheoryData<string> Names => [.. OperationList.All.Select(operation => operation.Name)];

    [Fact]
    public void OperationList_EveryMethodOfTheInterface_IsThere()
    {
        var methods = typeof(IModelRegistry)
            .GetMethods(BindingFlags.Public | BindingFlags.Instance)
            .Where(method => !method.IsSpecialName)
            .Select(method => method.Name)
            .Distinct();

        var missing = methods.Except(OperationList.All.Select(operation => operation.Name.Split(' ')[0]));

        Assert.Empty(missing);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Call_WithoutRoles_IsDeniedAndLogged(string name)
    {
        await using var work = new Workplace();
        await work.CreateActiveAsync();
        var operation = OperationList.All.Single(one => one.Name == name);

        var entry = await work.RefusedAsync<AccessDeniedException>(() => operation.Call(work.Eve));

        Assert.Equal(AuditOutcome.Denied, entry.Outcome);
        Assert.Equal("eve", entry.Principal);
        Assert.Empty(entry.Roles);
        Assert.Contains("'eve'", entry.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Call_NothingIsThere_IsDeniedAllTheSame(string name)
    {
        await using var work = new Workplace();
        var operation = OperationList.All.Single(one => one.Name == name);

        var entry = await work.RefusedAsync<AccessDeniedException>(() => operation.Call(work.Eve));

        Assert.Equal(AuditOutcome.Denied, entry.Outcome);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Call_EveryRightButThoseItTakes_IsDenied(string name)
    {
        var operation = OperationList.All.Single(one => one.Name == name);
        var others = Enum.GetValues<RegistryRight>().Except(operation.Rights).ToArray();
        await using var work = new Workplace(options =>
            options.Access = new AccessRules(
                new Dictionary<string, IReadOnlyCollection<RegistryRight>>
                {
                    ["nearly-all"] = others,
                    ["validator"] = others,
                    ["just-this"] = operation.Rights,
                }
            )
        );

        var caller = new Principal("nell", ["nearly-all", "validator"]);
        var exception = await Assert.ThrowsAsync<AccessDeniedException>(() => operation.Call(work.Registry.As(caller)));

        Assert.Contains(exception.Permission!.Value, operation.Rights);
        var entry = await work.LastEntryAsync();
        Assert.Equal(AuditOutcome.Denied, entry.Outcome);
        Assert.Equal(exception.Message, entry.Reason);
        Assert.Equal(caller.Roles, entry.Roles);
    }

    [Fact]
    public async Task Call_AllOfThemDenied_LogStillVerifies()
    {
        await using var work = new Workplace();
        await work.CreateActiveAsync();
        var before = (await work.RawEntriesAsync()).Count;
        foreach (var operation in OperationList.All)
        {
            await Assert.ThrowsAsync<AccessDeniedException>(() => operation.Call(work.Eve));
        }

        var verification = await work.Audrey.VerifyAsync(null, null, TestContext.Current.CancellationToken);

        Assert.Equal(LogStatus.RollbackNotExcluded, verification.Status);
        Assert.Empty(verification.Records);
        Assert.Equal(before + OperationList.All.Count, verification.Log.Size);
    }

    [Fact]
    public async Task Denied_Message_NamesWhoWhatAndWhichRoles()
    {
        await using var work = new Workplace();

        var exception = await Assert.ThrowsAsync<AccessDeniedException>(() =>
            work.Otto.CreateModelAsync(new("other", "Use."), TestContext.Current.CancellationToken)
        );

        Assert.Equal(
            "'otto' may not do 'create-model' on other: they hold the roles operator, and it takes one of author (right ManageModels).",
            exception.Message
        );
    }

    [Fact]
    public async Task As_RolesChangedAfterwards_GrantNothing()
    {
        await using var work = new Workplace();
        var roles = new List<string>();
        var caller = work.Registry.As(new Principal("mallory", roles));
        roles.Add(RegistryRole.Author);

        await Assert.ThrowsAsync<AccessDeniedException>(() =>
            caller.CreateModelAsync(new("other", "Use."), TestContext.Current.CancellationToken)
        );
    }
}
