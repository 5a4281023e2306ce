using Microsoft.Data.Sqlite;

namespace Mlops.Cli.Tests.Registry;

/// <summary>What the tool says to the mistakes that beginners make.</summary>
public sealed class RegistryMistakeTests
{
    [Fact]
    public async Task Registry_NotMade_SaysHowToMakeIt()
    {
        using var run = new RegistryRun();

        Assert.Equal(1, await run.Ada("list"));

        Assert.Contains($"'mlops registry init --registry {run.Database}'", run.Error);
        Assert.False(File.Exists(run.Database));
    }

    [Fact]
    public async Task Registry_NotNamed_SaysHowToNameIt()
    {
        using var run = new RegistryRun();

        Assert.Equal(1, await run.Cli.Run("registry", "list", "--registry", ""));

        Assert.Contains("--registry models.db, or set MLOPS_REGISTRY", run.Error);
    }

    [Fact]
    public async Task Registry_ThatIsAnotherFile_IsNamed()
    {
        using var run = new RegistryRun();
        run.Cli.Write("models.db", new string('x', 5000));

        Assert.Equal(1, await run.Ada("list"));

        Assert.Contains("models.db", run.Error);
        Assert.DoesNotContain("fault of mlops itself", run.Error);
    }

    [Fact]
    public async Task Roles_NotStated_SaysWhichWouldDoAndHow()
    {
        using var run = new RegistryRun();
        await run.Start();

        Assert.Equal(2, await run.Cli.Run("registry", "list", "--registry", run.Database));
        Assert.Contains("State roles with --roles reader, or set MLOPS_ROLES.", run.Error);
        Assert.Equal(2, await run.As("ada", "auther", "review", "credit@1", "--reason", "x"));
        Assert.Contains("--roles author", run.Error);
        Assert.Contains("'auther' is no role that the defaults know", run.Error);
    }

    [Theory]
    [InlineData("credit:7", "write credit@7")]
    [InlineData("credit/7", "write credit@7")]
    [InlineData("credit@v7", "write credit@7")]
    [InlineData("credit@07", "write credit@7")]
    [InlineData("credit", "'credit' is a model, and one of its versions was expected")]
    [InlineData("@", "such as credit@7 or credit@champion")]
    public async Task Version_Miswritten_SaysHowItIsWritten(string text, string expected)
    {
        using var run = new RegistryRun();
        await run.Start();

        Assert.Equal(1, await run.Ada("review", text, "--reason", "x"));

        Assert.Contains(expected, run.Error);
    }

    [Fact]
    public async Task Model_Misspelt_SuggestsTheNearName()
    {
        using var run = new RegistryRun();
        await run.Start();

        Assert.Equal(1, await run.As("amy", "reader", "show", "credti"));
        Assert.Contains("Did you mean 'credit'?", run.Error);
        Assert.Equal(1, await run.Ada("review", "crdit@1", "--reason", "x"));
        Assert.Contains("Did you mean 'credit'?", run.Error);
        Assert.Equal(1, await run.Ada("register", "churn"));
        Assert.Contains("There are 'credit'", run.Error);
    }

    [Fact]
    public async Task Stage_OutOfReach_SaysWhereItCanGo()
    {
        using var run = new RegistryRun();
        await run.Start();

        Assert.Equal(2, await run.Olga("transition", "credit@1", "active", "--reason", "now"));
        Assert.Contains("from there it can go to InReview or Retired, not to Active", run.Error);
        Assert.Equal(2, await run.Olga("transition", "credit@1", "in-review", "--reason", "now"));
        Assert.Contains("mlops registry review credit@1", run.Error);
        Assert.Equal(1, await run.Olga("transition", "credit@1", "production", "--reason", "now"));
        Assert.Contains("one of draft, registered, in-review", run.Error);
    }

    [Fact]
    public async Task Author_WhoApproves_IsRefused()
    {
        using var run = new RegistryRun();
        await run.Start();
        await run.Must(run.AssessLow("credit@1"));
        await run.Must(run.Ada("review", "credit@1", "--reason", "ready"));

        Assert.Equal(
            2,
            await run.As("ada", "validator", "approve", "credit@1", "--role", "validator", "--ticket", "T")
        );

        Assert.Contains("ada is the author", run.Error);
    }

    [Fact]
    public async Task Alias_MovedInBetween_SaysWhoAndWhen()
    {
        using var run = new RegistryRun();
        await run.Start();
        await run.Must(run.Olga("alias", "credit", "candidate", "1", "--reason", "first"));

        Assert.Equal(
            2,
            await run.As("omar", "operator", "alias", "credit", "candidate", "1", "--new", "--reason", "mine")
        );

        Assert.Contains("olga moved it to version 1 at 20", run.Error);
    }

    [Theory]
    [InlineData("not json", "is not a report in an envelope")]
    [InlineData("{\"verdict\": \"Pass\"}", "is not a report in an envelope")]
    [InlineData("{\"kind\": \"acme.report\", \"digest\": \"x\"}", "--statement FILE")]
    public async Task Evidence_ThatIsNoReport_SaysWhatIs(string content, string expected)
    {
        using var run = new RegistryRun();
        await run.Start();

        Assert.Equal(1, await run.Ada("evidence", "credit@1", run.Cli.Write("report.json", content)));

        Assert.Contains(expected, run.Error);
    }

    [Fact]
    public async Task Evidence_Altered_IsRefused()
    {
        using var run = new RegistryRun();
        await run.Start();
        var report = run.Cli.PathOf("drift.json");
        var (one, other) = (run.Cli.Numbers("a.csv", 300), run.Cli.Numbers("b.csv", 300, shift: 2));
        await run.Cli.Run("drift", one, other, "--json", report);
        File.WriteAllText(report, File.ReadAllText(report).Replace("\"Fail\"", "\"Pass\""));

        Assert.Equal(1, await run.Ada("evidence", "credit@1", report));

        Assert.Contains("digest", run.Error);
    }

    [Fact]
    public async Task Verify_OfARewrittenRecordAndEntry_NamesThem()
    {
        using var run = new RegistryRun();
        await run.Start();
        await using (var connection = new SqliteConnection($"Data Source={run.Database};Pooling=False"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText =
                "UPDATE mlops_audit SET entry = CAST(replace(CAST(entry AS TEXT), 'ada', 'eve') AS BLOB) WHERE idx = 1";
            Assert.Equal(1, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        }

        Assert.Equal(2, await run.Verify());
        Assert.Contains("Broken.", run.Output);
        Assert.Contains("The first bad entry is 1.", run.Output);
        Assert.Equal(2, await run.Verify("--json"));
        Assert.Equal(1, run.Json.GetProperty("firstBadEntry").GetInt64());
    }

    [Fact]
    public async Task Verify_WithCheckpointsAndNoKey_AsksForOne()
    {
        using var run = new RegistryRun();
        await run.Start();

        Assert.Equal(1, await run.Verify("--checkpoints", run.Cli.PathOf("nowhere")));
        Assert.Contains("no folder of checkpoints", run.Error);
        Directory.CreateDirectory(run.Cli.PathOf("here"));
        Assert.Equal(1, await run.Verify("--checkpoints", run.Cli.PathOf("here")));
        Assert.Contains("--trust", run.Error);
    }

    [Fact]
    public async Task Duration_Miswritten_SaysHowItIsWritten()
    {
        using var run = new RegistryRun();
        await run.Start();

        Assert.Equal(
            1,
            await run.Vic("approve", "credit@1", "--role", "validator", "--ticket", "T", "--valid-for", "soon")
        );

        Assert.Contains("such as 180d", run.Error);
    }
}
