namespace Mlops.Cli.Tests.Registry;

/// <summary>Runs, and how long versions are kept.</summary>
public sealed class RegistryRecordTests
{
    private const string Training = """
        {
          "id": "run-1",
          "model": "credit",
          "startedAt": "2026-11-01T08:00:00Z",
          "endedAt": "2026-11-01T09:30:00Z",
          "seed": 42,
          "parameters": { "l2": 0.01, "solver": "lbfgs" },
          "metrics": { "auc": 0.81, "loss": [{ "step": 0, "value": 0.7 }, { "step": 1, "value": 0.4 }] }
        }
        """;

    [Fact]
    public async Task Run_OfAFile_IsRecordedOnceAndNamedByAVersion()
    {
        using var run = new RegistryRun();
        await run.Must(run.Init());
        var file = run.Cli.Write("run.json", Training);
        Assert.Equal(1, await run.Ada("run", file));
        Assert.Contains("credit", run.Error);

        await run.Must(run.Ada("run", file, "--create", "--intended-use", "Scores."));

        Assert.Contains("Run run-1 of credit is recorded: 2 parameters, 2 metrics, seed 42.", run.Output);
        Assert.Equal(2, await run.Ada("run", file));
        Assert.Contains("runs never change", run.Error);
        await run.Must(run.Ada("register", "credit", "--run", "run-1", "--artifacts-from", run.Artifact("one")));
        await run.Must(run.Amy("runs", "credit"));
        Assert.Contains("auc 0.81, loss 0.4", run.Output);
        await run.Must(run.Amy("runs", "credit", "--json"));
        var recorded = run.Json.GetProperty("items")[0];
        Assert.Equal("0.01", recorded.GetProperty("parameters").GetProperty("l2").GetString());
        Assert.Equal("ada", recorded.GetProperty("recordedBy").GetString());
    }

    [Fact]
    public async Task Run_OfTheLeastThere_IsRecorded()
    {
        using var run = new RegistryRun();
        await run.Start();
        const string Least =
            """{"id": "r-0", "model": "credit", "startedAt": "2026-11-01T08:00:00Z", "endedAt": "2026-11-01T08:00:00Z"}""";

        await run.Must(run.Ada("run", run.Cli.Write("run.json", Least)));

        Assert.Contains("0 parameters, 0 metrics.", run.Output);
        await run.Must(run.Amy("runs", "credit"));
        Assert.Contains("r-0", run.Output);
    }

    [Theory]
    [InlineData("[]", "A run is an object")]
    [InlineData("{\"id\": \"r\"", "run.json")]
    [InlineData("{\"id\": \"r\", \"model\": \"credit\"}", "endedAt")]
    public async Task Run_ThatIsNone_SaysWhatIs(string content, string expected)
    {
        using var run = new RegistryRun();
        await run.Start();

        Assert.Equal(1, await run.Ada("run", run.Cli.Write("run.json", content)));

        Assert.Contains(expected, run.Error);
    }

    [Fact]
    public async Task Erase_OfWhatIsKept_IsRefusedUntilNothingKeepsIt()
    {
        using var run = new RegistryRun();
        await run.Start();
        string[] erase = ["erase", "credit@1", "--reason", "over"];
        Assert.Equal(2, await run.Adam(erase));
        await run.Must(run.Olga("transition", "credit@1", "retired", "--reason", "old"));
        Assert.Equal(2, await run.Adam(erase));
        Assert.Contains("no retention class", run.Error);

        await run.Must(
            run.Adam([
                "retention",
                "credit@1",
                "--class",
                "house=2020-01-01",
                "--months",
                "12",
                "--basis",
                "4.2",
                "--reason",
                "policy",
            ])
        );
        Assert.Contains("It may be disposed of: 'house' lets it go from 2021-01-02 (4.2).", run.Output);
        await run.Must(run.Adam("hold", "credit@1", "case-7", "--reason", "a suit"));
        Assert.Contains("It is under legal hold: case-7", run.Output);
        Assert.Equal(2, await run.Adam(erase));
        Assert.Contains("'case-7', placed by adam", run.Error);
        await run.Must(run.Adam("hold", "credit@1", "case-7", "--release", "--reason", "settled"));
        Assert.Contains("lifted by adam", run.Output);

        Assert.Equal(1, await run.Adam("erase", "credit@latest", "--reason", "over"));
        Assert.Contains("write it in full", run.Error);
        await run.Must(run.Adam(erase));
        Assert.Contains("credit@1 is erased", run.Output);
        Assert.DoesNotContain(
            Directory.EnumerateFiles(run.Cli.PathOf("models.db.artifacts"), "*", SearchOption.AllDirectories),
            file => File.ReadAllText(file) == "one"
        );
        Assert.Equal(3, await run.Verify());
    }

    [Fact]
    public async Task Retention_OfPresets_SaysHowLong()
    {
        using var run = new RegistryRun();
        await run.Start();
        await run.Must(run.Amy("retention", "credit@1"));
        Assert.Contains("no retention class", run.Output);

        await run.Must(run.Adam("retention", "credit@1", "--class", "eu-ai-act-documentation", "--reason", "law"));
        Assert.Contains("has not begun", run.Output);
        Assert.Equal(1, await run.Adam("retention", "credit@1", "--class", "forever", "--reason", "x"));
        Assert.Contains("'forever' is none of eu-ai-act-documentation", run.Error);
        Assert.Equal(1, await run.Adam("retention", "credit@1", "--class", "hipaa-documentation"));
        Assert.Contains("--reason", run.Error);
        Assert.Equal(1, await run.Adam("retention", "credit@1", "--months", "12"));
        Assert.Contains("Which class?", run.Error);
    }
}
