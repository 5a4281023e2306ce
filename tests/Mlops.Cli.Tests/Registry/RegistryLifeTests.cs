using Mlops.Evidence;
using Mlops.Registry.Serialization;

namespace Mlops.Cli.Tests.Registry;

/// <summary>The whole life of a model, by the tool alone.</summary>
public sealed class RegistryLifeTests
{
    [Fact]
    public async Task Life_FromInitToRollback_IsVerified()
    {
        using var run = new RegistryRun();
        var key = run.Cli.PathOf("log.pem");
        var checkpoints = run.Cli.PathOf("checkpoints");
        await run.Must(run.Init("--new-key", key));
        Assert.Contains("is ready", run.Output);
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
        Assert.Contains("credit@1 is registered; the model 'credit' is new: 1 file", run.Output);
        Assert.Contains("mlops registry risk credit@1", run.Output);
        await run.Activate("credit@1");
        await run.Must(run.Olga("alias", "credit", "champion", "1", "--new", "--reason", "first"));
        await run.Must(
            run.Ada("register", "credit", "--artifacts-from", run.Artifact("two"), "--parent", "credit@champion")
        );
        await run.Activate("credit@2");
        Assert.Contains("Superseded: credit@1.", run.Output);
        await run.Must(run.Olga("alias", "credit", "champion", "2", "--expect", "1", "--reason", "second"));

        await run.Must(run.Olga("rollback", "credit", "--reason", "complaints", "--alias", "champion"));
        Assert.Contains("credit@1 is active again; credit@2 is RolledBack", run.Output);

        await run.Must(run.As("amy", "reader", "live", "credit", "--alias", "champion"));
        Assert.Contains("champion pointed to credit@1", run.Output);
        Assert.Equal(3, await run.Verify());
        Assert.Contains("Not excluded", run.Output);
        await run.Must(run.As("adam", "administrator", "checkpoint", "--key", key, "--checkpoints", checkpoints));
        await run.Must(run.Verify("--checkpoints", checkpoints, "--trust", key + ".vkey"));
        Assert.Contains("Verified", run.Output);
        Assert.Contains("1 from outside", run.Output);
    }

    [Fact]
    public async Task Evidence_OfASavedReport_SaysWhatTheReportSays()
    {
        using var run = new RegistryRun();
        await run.Start();
        var (one, other) = (run.Cli.Numbers("train.csv", 600), run.Cli.Numbers("month.csv", 500, shift: 1));
        var report = run.Cli.PathOf("drift.json");
        Assert.Equal(0, await run.Cli.Run("drift", one, other, "--id", "id", "--json", report));

        await run.Must(run.Ada("evidence", "credit@1", report));
        Assert.Contains("evidence of mlops.drift.report that says Fail", run.Output);
        Assert.Contains("x: ", run.Output);
        await run.Must(run.As("amy", "reader", "show", "credit@1", "--json"));
        var evidence = run.Json.GetProperty("version").GetProperty("evidence")[0];
        Assert.Equal("fail", evidence.GetProperty("statement").GetProperty("verdict").GetString());
        Assert.True(evidence.TryGetProperty("document", out _));
        Assert.Equal("nonCompliant", run.Json.GetProperty("standing").GetProperty("compliance").GetString());

        var digest = evidence.GetProperty("statement").GetProperty("digest").GetString()!;
        await run.Must(run.Ada("evidence", "credit@1", "--withdraw", digest[7..19], "--reason", "wrong month"));
        await run.Must(run.As("amy", "reader", "show", "credit@1"));
        Assert.Contains("withdrawn", run.Output);
        Assert.Contains("wrong month", run.Output);
    }

    [Fact]
    public async Task Evidence_OfAStatement_IsAttached()
    {
        using var run = new RegistryRun();
        await run.Start();
        var statement = new EvidenceStatement(
            "mlops.fairness.report",
            1,
            Mlops.Serialization.ContentDigest.Of("report"u8),
            [],
            Verdict.Pass,
            []
        );
        var file = run.Cli.Write("fair.json", System.Text.Encoding.UTF8.GetString(RegistryJson.Serialize(statement)));

        await run.Must(run.Ada("evidence", "credit@1", "--statement", file));

        Assert.Contains("mlops.fairness.report that says Pass", run.Output);
        Assert.Contains("The statement alone was kept", run.Output);
    }

    [Fact]
    public async Task Show_OfAnUnassessedVersion_SaysWhatIsMissingAndWhatToDo()
    {
        using var run = new RegistryRun();
        await run.Start();

        await run.Must(run.As("amy", "reader", "show", "credit@latest"));

        Assert.Contains("Registered", run.Output);
        Assert.Contains("Not assessed: the policy treats it as high.", run.Output);
        Assert.Contains("The model has no risk register. Set one.", run.Output);
        Assert.Contains($"mlops registry risk credit@1 --data-sensitivity LEVEL", run.Output);
        Assert.Contains($"--registry {run.Database}", run.Output);
    }

    [Fact]
    public async Task DryRun_SaysWhatThePolicyWouldSay_AndChangesNothing()
    {
        using var run = new RegistryRun();
        await run.Start();
        await run.Must(run.AssessLow("credit@1"));

        Assert.Equal(2, await run.Olga("transition", "credit@1", "active", "--dry-run"));
        Assert.Contains("from there it can go to InReview or Retired", run.Output);
        Assert.Contains("0 of 1 approved as validator", run.Output);
        await run.Activate("credit@1");
        await run.Must(run.Olga("transition", "credit@1", "suspended", "--dry-run"));
        await run.Must(run.As("amy", "reader", "show", "credit@1", "--json"));
        Assert.Equal("active", run.Json.GetProperty("version").GetProperty("stage").GetString());
    }

    [Fact]
    public async Task History_HasRefusals_AndWhoWasRefused()
    {
        using var run = new RegistryRun();
        await run.Start();
        Assert.Equal(2, await run.As("eve", "reader", "review", "credit@1", "--reason", "please"));

        await run.Must(run.As("otto", "auditor", "history", "credit"));

        Assert.Contains("denied", run.Output);
        Assert.Contains("eve (reader)", run.Output);
        await run.Must(run.As("otto", "auditor", "history", "credit@1", "--action", "version-registered", "--json"));
        Assert.Equal(1, run.Json.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Register_AfterTheFact_ListsItsGaps()
    {
        using var run = new RegistryRun();
        await run.Start();

        await run.Must(
            run.Ada("register", "credit", "--live-since", "2025-01-01", "--reason", "older than the registry")
        );

        Assert.Contains("Gap, artifacts:", run.Output);
        await run.Must(run.As("amy", "reader", "show", "credit@2"));
        Assert.Contains("live since 2025-01-01 00:00Z, as ada says", run.Output);
    }

    [Fact]
    public async Task Policy_ShownEditedAndTried_IsAdded()
    {
        using var run = new RegistryRun();
        await run.Start();
        await run.Activate("credit@1");
        await run.Must(run.As("amy", "reader", "policy", "show"));
        var file = run.Cli.Write("policy.json", run.Output.Replace("\"validator\"", "\"committee\""));

        await run.Must(run.As("otto", "auditor", "policy", "try", file));
        Assert.Contains("approvals.committee", run.Output);
        await run.Must(run.As("adam", "administrator", "policy", "add", file, "--reason", "the committee approves"));
        Assert.Contains("default@1 judges the models under 'default' from now on", run.Output);
    }

    [Fact]
    public async Task Prove_WritesWhatTheKeyAloneCanCheck()
    {
        using var run = new RegistryRun();
        var key = run.Cli.PathOf("log.pem");
        await run.Must(run.Init("--new-key", key));
        await run.Must(run.Ada("register", "credit", "--create", "--intended-use", "Scores."));
        await run.Must(run.As("adam", "administrator", "checkpoint", "--key", key));
        Assert.Contains("kept in the registry alone", run.Output);
        var proof = run.Cli.PathOf("entry.tlog-proof");

        await run.Must(run.As("otto", "auditor", "prove", "0", "--output", proof));
        Assert.Equal(0, await run.Cli.Run("verify", "--proof", proof, "--trust", key + ".vkey"));
        Assert.Contains("Entry 0 is in the log", run.Output);

        var other = run.Cli.Write("other", "something else");
        Assert.Equal(2, await run.Cli.Run("verify", "--proof", proof, "--trust", key + ".vkey", "--entry", other));
        Assert.Contains("does not hold", run.Output);
    }

    [Fact]
    public async Task Init_WithPlan_PrintsSqlAndMakesNothing()
    {
        using var run = new RegistryRun();

        await run.Must(run.Init("--plan"));

        Assert.Contains("CREATE TABLE", run.Output);
        Assert.False(File.Exists(run.Database));
    }
}
