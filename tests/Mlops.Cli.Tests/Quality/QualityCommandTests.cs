using System.Text.Json;
using Mlops.Data.Quality;

namespace Mlops.Cli.Tests.Quality;

public class QualityCommandTests
{
    [Fact]
    public async Task Quality_AgainstAReference_GivesVerdictAndExitCode()
    {
        using var run = new CliRun();
        var (good, like, bad) = (
            Orders(run, "good.csv", 2000, 0),
            Orders(run, "like.csv", 1999, 0),
            Orders(run, "bad.csv", 1000, 60)
        );

        Assert.Equal(
            0,
            await run.Run("quality", like, "--reference", good, "--fail-on", "fail", "--fail-on", "inconclusive")
        );
        Assert.Contains("✓ Pass", run.Output, StringComparison.Ordinal);
        Assert.Contains("inferred from good.csv (2,000 rows)", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, await run.Run("quality", bad, "--reference", good));
        Assert.Equal(2, await run.Run("quality", bad, "--reference", good, "--fail-on", "fail"));
        Assert.Contains("amount/range", run.Output, StringComparison.Ordinal);
        Assert.Contains("1: -5000", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quality_SaveConstraints_ThenConstraints_IsTheSameAndCanBeEdited()
    {
        using var run = new CliRun();
        var (good, bad, file) = (
            Orders(run, "good.csv", 2000, 0),
            Orders(run, "bad.csv", 1000, 60),
            run.PathOf("c.json")
        );
        await run.Run("quality", bad, "--reference", good, "--json", run.PathOf("1.json"), "--save-constraints", file);

        Assert.Equal(
            2,
            await run.Run("quality", bad, "--constraints", file, "--fail-on", "fail", "--json", run.PathOf("2.json"))
        );
        Assert.Equal(run.Read("1.json"), run.Read("2.json"));

        var edited = DataConstraints.Load(file).Without("amount/range", "amount/missing");
        edited.SaveEditable(file);
        Assert.Equal(0, await run.Run("quality", bad, "--constraints", file, "--fail-on", "fail"));
        Assert.Contains("id/unique", run.Read("c.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quality_Where_ChecksRulesAlone()
    {
        using var run = new CliRun();
        var data = run.Write("d.csv", "amount,paid\n10,5\n20,25\n,1\n");

        Assert.Equal(
            2,
            await run.Run("quality", data, "--where", "paid <= amount", "--where", "paid > 0", "--fail-on", "fail")
        );
        Assert.Contains("The data violate 1 of 2 constraints: paid <= amount.", run.Output, StringComparison.Ordinal);
        Assert.Contains("2: paid = 25, amount = 20", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, await run.Run("quality", data, "--where", "paid <= amount", "--json", "-"));
        Assert.Contains("For 1 more it is unknown.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quality_Outputs_AreWrittenWhereAsked()
    {
        using var run = new CliRun();
        var (good, bad) = (Orders(run, "good.csv", 500, 0), Orders(run, "bad.csv", 500, 60));

        Assert.Equal(
            0,
            await run.Run(
                "quality",
                bad,
                "--reference",
                good,
                "--html",
                run.PathOf("r.html"),
                "--markdown",
                run.PathOf("r.md"),
                "--junit",
                run.PathOf("r.xml"),
                "--sarif",
                run.PathOf("r.sarif"),
                "--json",
                "-"
            )
        );

        Assert.StartsWith("<!DOCTYPE html>", run.Read("r.html"), StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("# Data quality", run.Read("r.md"), StringComparison.Ordinal);
        Assert.Contains("amount/range", run.Read("r.xml"), StringComparison.Ordinal);
        Assert.Contains("quality/range", run.Read("r.sarif"), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal("mlops.data.quality-report", json.RootElement.GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Quality_SageMaker_ReadsTheFolderAndTellsWhatIsNotCarried()
    {
        using var run = new CliRun();
        run.Write(
            "constraints.json",
            """{"version":0,"features":[{"name":"amount","inferred_type":"Fractional","completeness":1.0,"num_constraints":{"is_non_negative":true}}]}"""
        );
        var data = run.Write("d.csv", "amount\n1.5\n-2\n");

        Assert.Equal(
            2,
            await run.Run("quality", data, "--sagemaker", Path.GetDirectoryName(data)!, "--fail-on", "fail")
        );
        Assert.Contains("not carried over: extra_column_check", run.Error, StringComparison.Ordinal);
        Assert.Contains("amount/range", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quality_FewRows_IsInconclusiveUnlessSharesAreAsObserved()
    {
        using var run = new CliRun();
        var (good, few) = (Orders(run, "good.csv", 2000, 0), Orders(run, "few.csv", 50, 0));

        Assert.Equal(3, await run.Run("quality", few, "--reference", good, "--fail-on", "inconclusive"));
        Assert.Contains("rows or more", run.Output, StringComparison.Ordinal);
        Assert.Equal(
            0,
            await run.Run("quality", few, "--reference", good, "--shares", "observed", "--fail-on", "inconclusive")
        );
    }

    [Fact]
    public async Task Quality_AColumnThatChangedItsKind_IsReadAsTheReferences()
    {
        using var run = new CliRun();
        var good = Orders(run, "good.csv", 500, 0);
        var bad = run.Write("bad.csv", run.Read("good.csv").Replace("\n3,", "\nthree,", StringComparison.Ordinal));

        Assert.Equal(2, await run.Run("quality", bad, "--reference", good, "--fail-on", "fail"));
        Assert.Contains("id/type", run.Output, StringComparison.Ordinal);
        Assert.Contains("4: three", run.Output, StringComparison.Ordinal);
        Assert.Equal(
            0,
            await run.Run("quality", bad, "--reference", good, "--fail-on", "fail", "--kind", "id=category")
        );
    }

    [Theory]
    [InlineData("Nothing says what must hold")]
    [InlineData(
        "--where: Character 1 of the rule \"amuont > 0\": There is no column 'amuont'. Nearest: 'amount'",
        "--where",
        "amuont > 0"
    )]
    [InlineData("Character 9", "--where", "amount >")]
    [InlineData("give one of them", "--constraints", "a.json", "--sagemaker", "b")]
    [InlineData("There is no file 'nowhere.json'", "--constraints", "nowhere.json")]
    [InlineData("There is no folder 'nowhere'", "--sagemaker", "nowhere")]
    [InlineData("There is no file 'nowhere.csv'", "--reference", "nowhere.csv")]
    [InlineData("both print to standard output", "--where", "amount > 0", "--json", "-", "--sarif", "-")]
    [InlineData("nowhere", "--where", "amount > 0", "--save-constraints", "nowhere/c.json")]
    public async Task Quality_Mistakes_AreToldWithWhatWouldBeRight(string expected, params string[] arguments)
    {
        using var run = new CliRun();
        var data = Orders(run, "d.csv", 20, 0);

        Assert.Equal(1, await run.Run(["quality", data, .. arguments]));
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quality_MalformedConstraints_AreToldWithFileAndPlace()
    {
        using var run = new CliRun();
        var data = Orders(run, "d.csv", 20, 0);
        var file = run.Write("c.json", """[{"kind":"range","column":"amount","min":0}]""");

        Assert.Equal(1, await run.Run("quality", data, "--constraints", file));
        Assert.Contains("c.json", run.Error, StringComparison.Ordinal);
        Assert.Contains("nearest is 'minimum'", run.Error, StringComparison.Ordinal);
    }

    private static string Orders(CliRun run, string file, int rows, int broken)
    {
        var lines = Enumerable
            .Range(0, rows)
            .Select(i =>
                FormattableString.Invariant(
                    $"{i},{(i < broken ? -5000 : 1 + (i * 37 % 400))},{(i % 3 == 0 ? "basic" : "full")}"
                )
            );
        return run.Write(file, $"id,amount,plan\n{string.Join('\n', lines)}\n");
    }
}
