using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Mlops.DependencyInjection;

namespace Mlops.Abstractions.Tests.DependencyInjection;

public class MlopsServiceCollectionExtensionsTests
{
    [Fact]
    public void AddMlops_Twice_RegistersNothingTwice()
    {
        var services = new ServiceCollection().AddMlops();
        var once = services.ToList();

        services.AddMlops(_ => { });

        Assert.Equal(once, services);
        Assert.NotEmpty(once);
    }

    [Fact]
    public void AddMlops_WithoutAClock_TakesTheSystems()
    {
        using var provider = new ServiceCollection().AddMlops().BuildServiceProvider();

        Assert.Same(TimeProvider.System, provider.GetRequiredService<TimeProvider>());
    }

    [Fact]
    public void AddMlops_WithAClockBefore_KeepsIt()
    {
        var clock = new StoppedClock();

        using var provider = new ServiceCollection()
            .AddSingleton<TimeProvider>(clock)
            .AddMlops()
            .BuildServiceProvider();

        Assert.Same(clock, Assert.Single(provider.GetServices<TimeProvider>()));
    }

    [Fact]
    public void AddMlops_WithAClockAfter_GivesWayToIt()
    {
        var clock = new StoppedClock();

        using var provider = new ServiceCollection()
            .AddMlops()
            .AddSingleton<TimeProvider>(clock)
            .BuildServiceProvider();

        Assert.Same(clock, provider.GetRequiredService<TimeProvider>());
    }

    [Fact]
    public void AddMlops_Configure_GetsTheHostsServicesAndRunsEachTime()
    {
        var services = new ServiceCollection();
        var seen = new List<IMlopsBuilder>();

        var returned = services.AddMlops(seen.Add).AddMlops(seen.Add);

        Assert.Same(services, returned);
        Assert.Equal(2, seen.Count);
        Assert.All(seen, builder => Assert.Same(services, builder.Services));
    }

    [Fact]
    public void AddMlops_Options_AreThere()
    {
        using var provider = new ServiceCollection().AddMlops().BuildServiceProvider();

        Assert.NotNull(provider.GetRequiredService<IOptions<object>>().Value);
    }

    [Fact]
    public void AddMlops_WithoutServices_IsTheCallersMistake() =>
        Assert.Throws<ArgumentNullException>("services", () => default(IServiceCollection)!.AddMlops());

    private sealed class StoppedClock : TimeProvider;
}
