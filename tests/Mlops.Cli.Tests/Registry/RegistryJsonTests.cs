namespace Mlops.Cli.Tests.Registry;

/// <summary>That <c>--json</c> prints what the page of the command line says, and nothing beside it.</summary>
public sealed class RegistryJsonTests
{
    [Fact]
    public async Task Json_OfEachCommand_HasWhatThePageSays()
    {
        using var run = new RegistryRun();
        await run.Start();
        await Has(run, run.Amy("list", "--json"), "items");
        await Has(run, run.Amy("show", "credit", "--json"), "model", "revision");
        string[] low = ["--data-sensitivity", "low", "--business-impact", "low", "--model-complexity", "low"];
        await Has(
            run,
            run.Ada(["risk", "credit@1", .. low, "--deployment-scope", "low", "--reason", "first", "--json"]),
            "version",
            "revision"
        );
        await Has(run, run.Ada("review", "credit@1", "--reason", "ready", "--json"), "version", "revision");
        await Has(
            run,
            run.Vic("approve", "credit@1", "--role", "validator", "--ticket", "T", "--json"),
            "version",
            "revision"
        );
        await Has(run, run.Amy("transition", "credit@1", "staged", "--dry-run", "--json"), "policy", "rules");
        string[] step = ["version", "revision", "decision", "superseded", "entry"];
        await Has(run, run.Olga("transition", "credit@1", "staged", "--reason", "shadow", "--json"), step);
        await Has(run, run.Olga("transition", "credit@1", "active", "--reason", "live", "--json"), step);
        await Has(run, run.Olga("alias", "credit", "champion", "1", "--reason", "x", "--json"), "alias", "revision");
        await Has(run, run.Olga("alias", "credit", "champion", "--remove", "--reason", "x", "--json"), "removed");
        await Has(run, run.Amy("live", "credit", "--json"), "at", "items");
        await Has(run, run.Adam("hold", "credit@1", "case-7", "--reason", "x", "--json"), "version", "revision");
        await Has(run, run.Amy("retention", "credit@1", "--json"), "version", "revision");
        await run.Must(run.Ada("register", "credit", "--artifacts-from", run.Artifact("two")));
        await run.Activate("credit@2");
        await Has(run, run.Olga("rollback", "credit", "--reason", "x", "--json"), "from", "to", "entry");
        await run.Must(run.Amy("policy", "show"));
        var policy = run.Cli.Write("policy.json", run.Output);
        await Has(run, run.As("otto", "auditor", "policy", "try", policy, "--json"), "policy", "steps", "rules");
        await Has(run, run.Adam("policy", "add", policy, "--reason", "x", "--json"), "name");
        Assert.Equal(3, await run.Verify("--json"));
        Assert.True(run.Json.TryGetProperty("status", out _));
    }

    private static async Task Has(RegistryRun run, Task<int> step, params string[] members)
    {
        await run.Must(step);
        var answer = run.Json;
        Assert.All(members, member => Assert.True(answer.TryGetProperty(member, out _), $"{member}: {answer}"));
    }
}
