using Mlops.Tests.Shared;
using Npgsql;

namespace Mlops.Cli.Tests.Registry;

/// <summary>The same life on a server, and what the tool says when the server does not serve.</summary>
public sealed class RegistryPostgreSqlTests : IAsyncLifetime
{
    private const string Secret = "s3cret-word";

    private readonly PostgreSqlFixture _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Life_OnAServer_IsVerified()
    {
        using var run = new RegistryRun(_server.ConnectionString + ";Password=" + Secret);
        var key = run.Cli.PathOf("log.pem");
        var checkpoints = run.Cli.PathOf("checkpoints");
        await run.Must(run.Init("--plan"));
        Assert.Contains("CREATE TABLE", run.Output);
        Assert.Equal(1, await run.Ada("list"));
        Assert.Contains("mlops registry init", run.Error);
        await run.Must(run.Init("--new-key", key));
        await run.Must(run.Init());
        Assert.Contains("the PostgreSQL registry is up to date already", run.Output);
        await run.Must(
            run.Ada(
                "register",
                "credit",
                "--create",
                "--intended-use",
                "Scores.",
                "--artifacts-from",
                run.Artifact("one")
            )
        );
        Assert.Contains("--registry …", run.Output);
        Assert.DoesNotContain(Secret, run.Output);
        await run.Activate("credit@1");
        await run.Must(run.Ada("register", "credit", "--artifacts-from", run.Artifact("two")));
        await run.Activate("credit@2");
        await run.Must(run.Olga("rollback", "credit", "--reason", "complaints"));
        await run.Must(run.Amy("live", "credit"));
        Assert.Contains("credit@1 was live", run.Output);

        await run.Must(run.Adam("checkpoint", "--key", key, "--checkpoints", checkpoints));
        await run.Must(run.Verify("--checkpoints", checkpoints, "--trust", key + ".vkey"));
        Assert.Contains("Verified", run.Output);
        Assert.DoesNotContain(Secret, run.Output);
    }

    [Theory]
    [InlineData("Port", "1", "No PostgreSQL server answers at")]
    [InlineData("Host", "no-such-host.invalid", "No PostgreSQL server answers at no-such-host.invalid")]
    [InlineData("Database", "no_such_database", "no_such_database")]
    [InlineData("Username", "nobody_here", "nobody_here")]
    public async Task Server_ThatDoesNotServe_IsNamedWithoutThePassword(string what, string value, string expected)
    {
        var text = new NpgsqlConnectionStringBuilder(_server.ConnectionString) { Password = Secret, [what] = value };
        using var run = new RegistryRun(text.ConnectionString);

        foreach (var step in (Func<Task<int>>[])[() => run.Amy("list"), () => run.Init(), () => run.Verify()])
        {
            Assert.Equal(1, await step());
            Assert.Contains(expected, run.Error);
            Assert.DoesNotContain(Secret, run.Error);
            Assert.DoesNotContain("fault of mlops itself", run.Error);
        }
    }

    [Fact]
    public async Task Rights_Missing_AreNamedWithWhatToGrant()
    {
        PostgreSqlFixture.SkipWithoutServer();
        var role = $"mlops_weak_{Guid.NewGuid():n}";
        await _server.ExecuteAsync($"CREATE ROLE {role} LOGIN PASSWORD '{Secret}'");
        try
        {
            var text = new NpgsqlConnectionStringBuilder(_server.ConnectionString)
            {
                Username = role,
                Password = Secret,
                Pooling = false,
            };
            using var weak = new RegistryRun(text.ConnectionString);
            Assert.Equal(1, await weak.Init());
            Assert.Contains("permission denied", weak.Error);
            Assert.DoesNotContain("fault of mlops itself", weak.Error);

            using var owner = new RegistryRun(_server.ConnectionString);
            await owner.Must(owner.Init());
            Assert.Equal(1, await weak.Amy("list"));
            Assert.Contains("USAGE on the schema 'mlops'", weak.Error);
            Assert.DoesNotContain(Secret, weak.Error);
        }
        finally
        {
            await _server.ExecuteAsync($"DROP ROLE {role}");
        }
    }
}
