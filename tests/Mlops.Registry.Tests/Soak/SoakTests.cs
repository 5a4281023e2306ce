using System.Diagnostics;
using Mlops.Registry.Soak;
using Mlops.Tests.Shared;

namespace Mlops.Registry.Tests.Soak;

/// <summary>The short forms of what 'eng/registry-soak.sh' proves.</summary>
public sealed class SoakTests(PostgreSqlFixture server) : IClassFixture<PostgreSqlFixture>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlops-soak-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public Task Writers_InTwoProcessesOnSqlite_LoseAndDoubleNothing() => WritersAsync("sqlite");

    [Fact]
    public Task Writers_InTwoProcessesOnPostgreSql_LoseAndDoubleNothing() => WritersAsync("postgres:soak_writers");

    [Fact]
    public Task Kill_FiveTimesOnSqlite_LeavesWhatWasAcknowledged() => KillAsync("sqlite");

    [Fact]
    public Task Kill_FiveTimesOnPostgreSql_LeavesWhatWasAcknowledged() => KillAsync("postgres:soak_kills");

    private Task WritersAsync(string store) =>
        ProveAsync(store, "writers", "--processes", "2", "--writers", "4", "--seconds", "3");

    private Task KillAsync(string store) => ProveAsync(store, "kill", "--kills", "5", "--writers", "2");

    private async Task ProveAsync(string store, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        if (store.StartsWith("postgres", StringComparison.Ordinal))
        {
            start.Environment[PostgreSqlFixture.Variable] = server.ConnectionString;
        }

        start.ArgumentList.Add(typeof(SoakProgram).Assembly.Location);
        foreach (var argument in (string[])[.. arguments, "--store", store, "--folder", _folder.FullName])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(process.ExitCode == 0, output + await errors);
        Assert.Contains("no faults", output, StringComparison.Ordinal);
    }
}
