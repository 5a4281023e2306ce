using System.Diagnostics.Metrics;
using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Mlops.Registry.Access;
using Mlops.Registry.DependencyInjection;
using Mlops.Registry.Redaction;
using Mlops.Registry.Stores;
using Mlops.Registry.Stores.Relational;
using Mlops.Registry.Tests.Audit;

namespace Mlops.Registry.Tests.DependencyInjection;

/// <summary>The registry in a host.</summary>
public sealed class RegistryHostTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlops-host-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AddRegistry_OnSqlite_ServesEachScopeAsItsCaller()
    {
        using var host = Host(r => r.UseSqlite(Path.Combine(_folder.FullName, "r.db")).UseCaller<OneCaller>());
        await host.StartAsync(Cancellation);
        await using (var scope = host.Services.CreateAsyncScope())
        {
            var registry = scope.ServiceProvider.GetRequiredService<IModelRegistry>();
            Assert.Equal("ada", registry.Caller.Id);
            await registry.CreateModelAsync(new("credit", "Use."), Cancellation);
            Assert.Same(registry, scope.ServiceProvider.GetRequiredService<IModelRegistry>());
        }

        Assert.IsType<RelationalRegistryStore>(host.Services.GetRequiredService<IRegistryStore>());
        var whole = host.Services.GetRequiredService<ModelRegistry>();
        var model = await whole.As(new Principal("rob", [RegistryRole.Reader])).GetModelAsync("credit", Cancellation);
        Assert.Equal("ada", model.Owner);
        await host.StopAsync(Cancellation);
    }

    [Fact]
    public async Task AddRegistry_SettingsThatContradict_StopTheHostAndNameEachFault()
    {
        using var host = Host(r =>
            r.Configure(options =>
            {
                options.Claims = new ClaimsMapping { IdClaims = [] };
                options.ProtectedAliases.Add("v7");
                options.AccessRecording = (AccessRecording)9;
                options.Origin = "https://example.com";
                options.Redaction.Principals = DataClassification.Health;
                options.Redaction.Key = new byte[5];
            })
        );

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Cancellation));

        Assert.Equal(5, exception.Failures.Count());
        foreach (var part in new[] { "IdClaims", "'v7'", "AccessRecording is 9", "'https://example.com'", "5 bytes" })
        {
            Assert.Single(exception.Failures, failure => failure.Contains(part, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a+b")]
    [InlineData("a\nb")]
    public void Origin_NotAName_IsRefused(string origin)
    {
        var options = new ModelRegistryOptions { Origin = origin };

        var exception = Assert.Throws<ArgumentException>(() => new ModelRegistry(new MemoryRegistryStore(), options));

        Assert.Contains("Origin", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddRegistry_NobodySaysWhoCalls_SaysHowToSayIt()
    {
        using var host = Host(null);
        await host.StartAsync(Cancellation);
        using var scope = host.Services.CreateScope();

        var exception = Assert.Throws<InvalidOperationException>(() =>
            scope.ServiceProvider.GetRequiredService<IModelRegistry>()
        );

        Assert.Contains("UseCaller", exception.Message, StringComparison.Ordinal);
        Assert.IsType<MemoryRegistryStore>(host.Services.GetRequiredService<IRegistryStore>());
    }

    [Fact]
    public async Task AddRegistry_Twice_RegistersOnceAndTheLastStoreWins()
    {
        var store = new FailingStore();
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddMlops(m => m.AddRegistry(r => r.UseMemory()).AddRegistry(r => r.UseStore(_ => store)));
        builder.Services.AddMlops(m => m.AddRegistry());
        using var host = builder.Build();
        await host.StartAsync(Cancellation);

        Assert.Same(store, Assert.Single(host.Services.GetServices<IRegistryStore>()));
        Assert.Single(host.Services.GetServices<ModelRegistry>());
        Assert.Single(
            host.Services.GetServices<IValidateOptions<ModelRegistryOptions>>(),
            validator => validator.GetType().Namespace == "Mlops.Registry.Options"
        );
    }

    [Fact]
    public async Task Dispose_OfTheHost_WritesWhatWaitsAndDisposesTheStore()
    {
        var store = new FailingStore();
        var host = Host(r => r.UseStore(_ => store));
        await host.StartAsync(Cancellation);
        var registry = host.Services.GetRequiredService<ModelRegistry>();
        var ada = registry.As(new Principal("ada", [RegistryRole.Author]));
        await ada.CreateModelAsync(new("credit", "Use."), Cancellation);
        await ada.GetModelAsync("credit", Cancellation);

        await ((IAsyncDisposable)host).DisposeAsync();

        Assert.True(store.Disposals >= 1);
        Assert.Equal(
            2,
            await store.ReadAsync(async (reader, token) => (await reader.GetHeadAsync(token)).Size, Cancellation)
        );
    }

    [Fact]
    public void As_Claims_MapToIdRolesAndName()
    {
        var options = new ModelRegistryOptions
        {
            Claims = new ClaimsMapping
            {
                RoleNames = new Dictionary<string, string> { ["ml-dev"] = RegistryRole.Author },
            },
        };
        var registry = new ModelRegistry(new MemoryRegistryStore(), options);
        var unsigned = new ClaimsIdentity([new Claim("role", RegistryRole.Administrator)]);
        var signed = new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, "fallback"),
                new("sub", "u-17"),
                new("role", "ml-dev"),
                new(ClaimTypes.Role, RegistryRole.Reader),
                new("roles", RegistryRole.Reader),
                new("name", "Ada Lovelace"),
            ],
            "test"
        );

        var caller = registry.As(new ClaimsPrincipal([signed, unsigned])).Caller;

        Assert.Equal(("u-17", "Ada Lovelace"), (caller.Id, caller.DisplayName));
        Assert.Equal([RegistryRole.Author, RegistryRole.Reader], caller.Roles);
    }

    [Fact]
    public void As_NotSignedInOrNameless_IsDenied()
    {
        var registry = new ModelRegistry(new MemoryRegistryStore());

        var unsigned = Assert.Throws<AccessDeniedException>(() =>
            registry.As(new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", "ada")])))
        );
        var nameless = Assert.Throws<AccessDeniedException>(() =>
            registry.As(new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", " ")], "test")))
        );
        Assert.Throws<ArgumentException>(() => registry.As(new Principal(" ", [])));

        Assert.Contains("not signed in", unsigned.Message, StringComparison.Ordinal);
        Assert.Contains("one of sub, ", nameless.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HealthCheck_StoreAnswersOrNot_SaysSo()
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddLogging();
        builder.Services.AddMlops(m => m.AddRegistry());
        builder.Services.AddHealthChecks().AddCheck<RegistryHealthCheck>("models", HealthStatus.Degraded);
        using var host = builder.Build();
        await host.StartAsync(Cancellation);
        var ada = host.Services.GetRequiredService<ModelRegistry>().As(new Principal("ada", [RegistryRole.Author]));
        await ada.CreateModelAsync(new("credit", "Use."), Cancellation);
        var health = host.Services.GetRequiredService<HealthCheckService>();

        var healthy = (await health.CheckHealthAsync(Cancellation)).Entries["models"];
        Assert.Equal(HealthStatus.Healthy, healthy.Status);
        Assert.Equal((1L, (object)"memory"), ((long)healthy.Data["entries"], healthy.Data["store"]));
        await host.Services.GetRequiredService<IRegistryStore>().DisposeAsync();
        var ill = (await health.CheckHealthAsync(Cancellation)).Entries["models"];

        Assert.Equal(HealthStatus.Degraded, ill.Status);
        Assert.Equal("The registry's store 'memory' does not answer.", ill.Description);
    }

    [Fact]
    public async Task Instruments_Operations_AreMeasuredWithTagsThatNameNobody()
    {
        using var host = Host(null);
        await host.StartAsync(Cancellation);
        var seen = new List<(string Name, string? Unit, double Value, string Tags)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == RegistryInstruments.Name && instrument.Meter.Scope is not null)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            lock (seen)
            {
                var text = string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));
                seen.Add((instrument.Name, instrument.Unit, value, text));
            }
        }

        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Record(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Record(instrument, value, tags));
        listener.Start();
        var registry = host.Services.GetRequiredService<ModelRegistry>();
        var max = registry.As(new Principal("max", [RegistryRole.Author, RegistryRole.Operator]));
        await max.CreateModelAsync(new("credit", "Use."), Cancellation);
        var definition = new Mlops.Registry.Models.VersionDefinition
        {
            Artifacts = Mlops.Registry.Artifacts.ArtifactManifest.Create([]),
        };
        var version = await max.RegisterAsync(new("credit", definition), Cancellation);
        await max.TransitionAsync(version.Key, new(Mlops.Registry.Stages.Stage.Retired, "away"), Cancellation);
        await max.GetModelAsync("credit", Cancellation);
        await Assert.ThrowsAsync<AccessDeniedException>(() => max.EraseAsync(version.Key, "old", Cancellation));
        await Assert.ThrowsAsync<RegistryNotFoundException>(() => max.GetModelAsync("fraud", Cancellation));

        Assert.Equal(
            [
                "operation=create-model outcome=done",
                "operation=register outcome=done",
                "operation=transition-to-retired outcome=done",
                "operation=get-model outcome=done",
                "operation=erase outcome=denied",
                "operation=get-model outcome=error",
            ],
            seen.Where(one => (one.Name, one.Unit) == ("mlops.registry.operation.duration", "s"))
                .Select(one => one.Tags)
        );
        Assert.All(seen, one => Assert.True(one.Value is > 0 and < 60));
        Assert.Contains(("mlops.registry.transition.count", "{transition}", 1, "from=Registered to=Retired"), seen);
        Assert.Contains(("mlops.registry.denial.count", "{denial}", 1, "operation=erase"), seen);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static IHost Host(Action<RegistryBuilder>? configure)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddMetrics();
        builder.Services.AddMlops(m => m.AddRegistry(configure));
        return builder.Build();
    }

    private sealed class OneCaller : ICallerSource
    {
        public Principal GetCaller(ClaimsMapping claims) => new("ada", [RegistryRole.Author]);
    }
}
