namespace Mlops.Cli.Tests.Registry;

/// <summary>What people decide and write down: reviews turned down, approvals taken back, decisions, hazards, delegations.</summary>
public sealed class RegistryDecisionTests
{
    private const string Hazards = """
        {
          "subject": "credit",
          "hazards": [
            {
              "id": "H1",
              "description": "Scores drift",
              "situation": "A recession",
              "harm": "Loans that are not paid back",
              "initial": { "likelihood": "occasional", "severity": "serious" }
            }
          ]
        }
        """;

    [Fact]
    public async Task Reject_OfAVersionInReview_SaysSoAndWhatComesNext()
    {
        using var run = new RegistryRun();
        await run.Start();
        string[] reject = ["reject", "credit@1", "--role", "validator", "--ticket", "CHG-2", "--reason", "biased"];
        await run.Must(run.AssessLow("credit@1"));
        Assert.Equal(2, await run.Vic(reject));
        Assert.Contains("credit@1 is Registered", run.Error);
        await run.Must(run.Ada("review", "credit@1", "--reason", "ready"));
        Assert.Equal(2, await run.Ada(reject));

        await run.Must(run.Vic(reject));

        Assert.Contains("credit@1 is rejected.", run.Output);
        Assert.Contains("mlops registry review credit@1", run.Output);
        await run.Must(run.Amy("show", "credit@1"));
        Assert.Contains("Rejected", run.Output);
        Assert.Contains("biased", run.Output);
    }

    [Fact]
    public async Task Revoke_OfTheApprovalOfAnActiveVersion_SaysThatItIsStillActive()
    {
        using var run = new RegistryRun();
        await run.Start();
        await run.Activate("credit@1");

        Assert.Equal(1, await run.As("rita", "risk-officer", "revoke", "credit@1", "7", "--reason", "leak"));
        Assert.Contains("7", run.Error);
        await run.Must(run.As("rita", "risk-officer", "revoke", "credit@1", "1", "--reason", "leak"));

        Assert.Contains("Approval 1 of credit@1 counts no longer.", run.Output);
        Assert.Contains("It is still active", run.Output);
        await run.Must(run.Amy("show", "credit@1"));
        Assert.Contains("leak", run.Output);
    }

    [Fact]
    public async Task Decision_OfAFeature_IsShown()
    {
        using var run = new RegistryRun();
        await run.Start();
        string[] decision =
        [
            "decision",
            "credit@1",
            "--subject",
            "income",
            "--choice",
            "log scale",
            "--reason",
            "skew",
        ];

        Assert.Equal(1, await run.Ada([.. decision, "--kind", "taste"]));
        Assert.Contains("--kind is 'taste'; one of feature", run.Error);
        await run.Must(run.Ada([.. decision, "--kind", "feature", "--alternative", "raw", "--alternative", "ranks"]));

        Assert.Contains("The decision on income of credit@1 is recorded.", run.Output);
        await run.Must(run.Amy("show", "credit@1"));
        Assert.Contains("income: log scale, because skew", run.Output);
    }

    [Fact]
    public async Task Hazards_OfAFile_AreKeptAndShown()
    {
        using var run = new RegistryRun();
        await run.Start();
        Assert.Equal(1, await run.Amy("hazards", "credit"));
        Assert.Contains("has no risk register yet", run.Error);
        var file = run.Cli.Write("hazards.json", Hazards);
        Assert.Equal(1, await run.Ada("hazards", "credit", file));
        Assert.Contains("--reason", run.Error);

        await run.Must(run.Ada("hazards", "credit", file, "--reason", "first"));

        Assert.Contains("The risk register of credit has 1 hazard.", run.Output);
        await run.Must(run.Amy("hazards", "credit", "--json"));
        Assert.Equal("H1", run.Json.GetProperty("hazards")[0].GetProperty("id").GetString());
        Assert.Equal(1, await run.Ada("hazards", "credit", run.Cli.Write("bad.json", "{}"), "--reason", "x"));
        Assert.Contains("bad.json: The JSON is not a RiskRegister", run.Error);
    }

    [Fact]
    public async Task Delegate_LetsAnotherDecideUntilItIsTakenBack()
    {
        using var run = new RegistryRun();
        await run.Start();
        await run.Must(run.AssessLow("credit@1"));
        await run.Must(run.Ada("review", "credit@1", "--reason", "ready"));
        string[] approve = ["approve", "credit@1", "--role", "validator", "--ticket", "CHG-3"];
        Assert.Equal(2, await run.As("dora", "reader", approve));

        Assert.Equal(1, await run.Vic("delegate", "dora", "--role", "validator", "--until", "200d", "--reason", "x"));
        Assert.Contains("at most 90", run.Error);
        await run.Must(run.Vic("delegate", "dora", "--role", "validator", "--until", "14d", "--reason", "holiday"));
        Assert.Contains("dora is validator in place of vic for all models until", run.Output);
        await run.Must(run.Amy("delegations", "--json"));
        var id = run.Json.GetProperty("items")[0].GetProperty("id").GetString()!;
        await run.Must(run.As("dora", "reader", approve));
        await run.Must(run.Vic("undelegate", id, "--reason", "back"));
        Assert.Contains("no longer", run.Output);

        await run.Must(run.Amy("delegations", "--to", "dora"));
        Assert.Contains("taken back", run.Output);
        await run.Must(run.Amy("delegations", "--to", "nobody"));
        Assert.Contains("There are no delegations.", run.Output);
    }

    [Fact]
    public async Task Transition_WithAnAlias_MovesBoth()
    {
        using var run = new RegistryRun();
        await run.Start();
        await run.Must(run.AssessLow("credit@1"));
        await run.Must(run.Ada("review", "credit@1", "--reason", "ready"));
        await run.Must(run.Vic("approve", "credit@1", "--role", "validator", "--ticket", "CHG-1"));
        string[] with = ["--reason", "go", "--alias", "champion"];
        Assert.Equal(1, await run.Olga(["transition", "credit@1", "staged", .. with]));
        Assert.Contains("Alias 'champion' moves along", run.Error);
        await run.Must(run.Olga("transition", "credit@1", "staged", "--reason", "shadow"));

        await run.Must(run.Olga(["transition", "credit@1", "active", .. with]));

        Assert.Contains("champion points to credit@1.", run.Output);
        Assert.DoesNotContain("mlops registry alias", run.Output);
        await run.Must(run.Amy("show", "credit@champion", "--json"));
        Assert.Equal("active", run.Json.GetProperty("version").GetProperty("stage").GetString());
        await run.Must(run.As("otto", "auditor", "history", "credit@1", "--limit", "1"));
        Assert.Contains(
            "Staged → Active",
            string.Join(' ', run.Output.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        );
        Assert.Contains("champion 0", run.Output);
    }
}
