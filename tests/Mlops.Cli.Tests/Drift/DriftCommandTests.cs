using System.Text.Json;
using System.Xml.Linq;

namespace Mlops.Cli.Tests.Drift;

public class DriftCommandTests
{
    [Theory]
    [InlineData(0.0, "Pass", 0, 0)]
    [InlineData(2.0, "Fail", 0, 2)]
    public async Task Drift_Verdicts_ChangeTheExitCodeOnlyWhenAsked(double shift, string verdict, int plain, int failOn)
    {
        using var run = new CliRun();
        var (a, b) = (run.Numbers("a.csv", 2000), run.Numbers("b.csv", 2001, shift));

        Assert.Equal(plain, await run.Run("drift", a, b));
        Assert.Contains(verdict, run.Output, StringComparison.Ordinal);
        Assert.Contains("a.csv (2,000 rows)", run.Output, StringComparison.Ordinal);
        Assert.Contains("Not judged: id", run.Output, StringComparison.Ordinal);
        Assert.Equal(failOn, await run.Run("drift", a, b, "--fail-on", "fail", "--fail-on", "inconclusive"));
    }

    [Fact]
    public async Task Drift_TooFewRows_ExitsWith3OnlyWhenInconclusiveFails()
    {
        using var run = new CliRun();
        var (a, b) = (run.Numbers("a.csv", 30), run.Numbers("b.csv", 31));

        Assert.Equal(0, await run.Run("drift", a, b, "--fail-on", "fail"));
        Assert.Equal(3, await run.Run("drift", a, b, "--fail-on", "inconclusive"));
        Assert.Contains("would settle it", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drift_Outputs_AreWrittenWhereAsked()
    {
        using var run = new CliRun();
        var (a, b) = (run.Numbers("a.csv", 500), run.Numbers("b.csv", 501));

        Assert.Equal(
            0,
            await run.Run(
                "drift",
                a,
                b,
                "--html",
                run.PathOf("r.html"),
                "--json",
                run.PathOf("r.json"),
                "--markdown",
                run.PathOf("r.md"),
                "--save-baseline",
                run.PathOf("base.json"),
                "--keep-values"
            )
        );

        Assert.StartsWith("<!DOCTYPE html>", run.Read("r.html"), StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("# Drift report", run.Read("r.md"), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(run.Read("r.json"));
        Assert.Equal("mlops.drift.report", json.RootElement.GetProperty("kind").GetString());

        // The saved baseline stands for the file that it was made from.
        Assert.Equal(0, await run.Run("drift", run.PathOf("base.json"), b, "--json", "-"));
        Assert.Equal(run.Read("r.json"), run.Output.TrimEnd());
    }

    [Fact]
    public async Task Drift_MarkdownToStandardOutput_PrintsNothingElse()
    {
        using var run = new CliRun();

        Assert.Equal(
            0,
            await run.Run("drift", run.Numbers("a.csv", 300), run.Numbers("b.csv", 301), "--markdown", "-")
        );

        Assert.StartsWith("# Drift report", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drift_JUnitAndSarif_AreWrittenWithTheCurrentFileAsTheirPlace()
    {
        using var run = new CliRun();
        var (a, b) = (run.Numbers("a.csv", 2000), run.Numbers("b.csv", 2001, shift: 2));

        Assert.Equal(0, await run.Run("drift", a, b, "--junit", run.PathOf("j.xml"), "--sarif", run.PathOf("s.sarif")));

        var failed = XDocument.Parse(run.Read("j.xml")).Descendants("failure").First().Parent!;
        Assert.Equal("x (values)", (string)failed.Attribute("name")!);
        Assert.Equal(b, (string)failed.Attribute("file")!);
        using var sarif = JsonDocument.Parse(run.Read("s.sarif"));
        var result = sarif.RootElement.GetProperty("runs")[0].GetProperty("results")[0];
        Assert.Equal("drift/value", result.GetProperty("ruleId").GetString());
        var uri = result
            .GetProperty("locations")[0]
            .GetProperty("physicalLocation")
            .GetProperty("artifactLocation")
            .GetProperty("uri")
            .GetString()!;
        Assert.Equal(b, new Uri(uri).LocalPath);
        // The table is printed all the same.
        Assert.Contains("Not judged: id", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drift_AFileBelowTheCurrentFolder_IsNamedByItsPathFromThere()
    {
        using var run = new CliRun();
        var below = Directory.CreateDirectory(
            Path.Combine(
                Directory.GetCurrentDirectory(),
                $"below {Path.GetFileName(Path.GetDirectoryName(run.PathOf("x")))}"
            )
        );
        try
        {
            var current = Path.Combine(below.FullName, "b.csv");
            File.Copy(run.Numbers("b.csv", 2001, shift: 2), current);

            Assert.Equal(0, await run.Run("drift", run.Numbers("a.csv", 2000), current, "--sarif", "-"));

            Assert.Contains(
                $"\"uri\": \"{Uri.EscapeDataString(below.Name)}/b.csv\"",
                run.Output,
                StringComparison.Ordinal
            );
        }
        finally
        {
            below.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("fail", 1, 0)]
    [InlineData("inconclusive", 0, 1)]
    public async Task Drift_JUnitOfTooFewRows_FailsWhereTheBuildDoes(string failOn, int skipped, int failed)
    {
        using var run = new CliRun();

        await run.Run("drift", run.Numbers("a.csv", 30), run.Numbers("b.csv", 31), "--junit", "-", "--fail-on", failOn);

        var root = XDocument.Parse(run.Output).Root!;
        Assert.Equal(skipped == 1, (int)root.Attribute("skipped")! > 0);
        Assert.Equal(failed == 1, (int)root.Attribute("failures")! > 0);
    }

    [Theory]
    [InlineData("--json", "--markdown")]
    [InlineData("--markdown", "--sarif")]
    [InlineData("--junit", "--sarif")]
    public async Task Drift_TwoFormsToStandardOutput_AreRefused(string first, string second)
    {
        using var run = new CliRun();

        Assert.Equal(
            1,
            await run.Run("drift", run.Numbers("a.csv", 30), run.Numbers("b.csv", 31), second, "-", first, "-")
        );

        Assert.Contains($"{first} - and {second} - both print to standard output", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--junit")]
    [InlineData("--sarif")]
    public async Task Drift_AFolderThatIsNotThere_IsRefusedBeforeReading(string option)
    {
        using var run = new CliRun();

        Assert.Equal(1, await run.Run("drift", "no.csv", "no.csv", option, run.PathOf("nowhere/out")));

        Assert.Contains("nowhere", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drift_RolesByFlag_AreTakenOver()
    {
        using var run = new CliRun();

        Assert.Equal(
            0,
            await run.Run(
                "drift",
                run.Numbers("a.csv", 300),
                run.Numbers("b.csv", 301),
                "--label",
                "bought",
                "--feature",
                "id",
                "--json",
                "-"
            )
        );

        using var json = JsonDocument.Parse(run.Output);
        var columns = json.RootElement.GetProperty("payload").GetProperty("columns");
        Assert.Equal(
            ["id:Feature", "x:Feature", "bought:Label"],
            columns.EnumerateArray().Select(column => $"{column.GetProperty("name")}:{column.GetProperty("role")}")
        );
    }

    [Fact]
    public async Task Drift_SettingsFile_IsReadAndFlagsWin()
    {
        using var run = new CliRun();
        var config = run.Write(
            "mlops.json",
            """{ "roles": { "bought": "prediction", "x": "excluded" }, "bound": 0.3, "columnBounds": { "bought": 0.2 } }"""
        );

        Assert.Equal(
            0,
            await run.Run(
                "drift",
                run.Numbers("a.csv", 300),
                run.Numbers("b.csv", 301),
                "--config",
                config,
                "--label",
                "bought",
                "--json",
                "-"
            )
        );

        using var json = JsonDocument.Parse(run.Output);
        var payload = json.RootElement.GetProperty("payload");
        var column = payload.GetProperty("columns").EnumerateArray().Single();
        Assert.Equal("Label", column.GetProperty("role").GetString());
        Assert.Equal(0.2, column.GetProperty("bound").GetDouble());
        Assert.Equal(0.3, payload.GetProperty("options").GetProperty("bound").GetDouble());
    }

    [Fact]
    public async Task Drift_DecimalCommas_AreReadByCulture()
    {
        using var run = new CliRun();
        var a = run.Write("a.csv", "x;y\n" + string.Concat(Enumerable.Range(0, 50).Select(i => $"{i % 30},5;{i}\n")));

        Assert.Equal(0, await run.Run("drift", a, a, "--delimiter", ";", "--culture", "de-DE", "--json", "-"));

        using var json = JsonDocument.Parse(run.Output);
        var x = json.RootElement.GetProperty("payload").GetProperty("columns").EnumerateArray().First();
        Assert.Equal("Number", x.GetProperty("kind").GetString());
    }

    [Theory]
    [InlineData("nowhere.csv", "nowhere.csv", "There is no file 'nowhere.csv'")]
    public async Task Drift_NoSuchFile_SaysSo(string a, string b, string message)
    {
        using var run = new CliRun();

        Assert.Equal(1, await run.Run("drift", a, b));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drift_MalformedFile_NamesFileAndLine()
    {
        using var run = new CliRun();
        var bad = run.Write("bad.csv", "a,b\n1,2\n3\n");

        Assert.Equal(1, await run.Run("drift", bad, bad));
        Assert.Contains("bad.csv", run.Error, StringComparison.Ordinal);
        Assert.Contains("3", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drift_AnotherDelimiter_IsNamedWithTheOption()
    {
        using var run = new CliRun();
        var semicolons = run.Write("a.csv", "x;y\n1;2\n");

        Assert.Equal(1, await run.Run("drift", semicolons, semicolons));
        Assert.Contains("--delimiter to ';'", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "rolls": {} }""", "'rolls' is not a setting")]
    [InlineData("""{ "roles": { "x": "fetaure" } }""", "the role of 'x' is 'fetaure'")]
    [InlineData("""{ "culture": "xx-nowhere" }""", "'xx-nowhere' is not a culture")]
    [InlineData("""{ "delimiter": "::" }""", "must be one character")]
    [InlineData("[1]", "mlops.json")]
    [InlineData("{", "mlops.json")]
    public async Task Drift_WrongSettings_AreNamed(string settings, string message)
    {
        using var run = new CliRun();
        var config = run.Write("mlops.json", settings);
        var a = run.Numbers("a.csv", 50);

        Assert.Equal(1, await run.Run("drift", a, a, "--config", config));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drift_AColumnThatIsNotThere_IsNamedWithTheNearest()
    {
        using var run = new CliRun();
        var a = run.Numbers("a.csv", 50);

        Assert.Equal(1, await run.Run("drift", a, a, "--label", "bougth"));
        Assert.Contains("bougth", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("(Parameter", run.Error, StringComparison.Ordinal);
        Assert.Contains("bought", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--bound", "2")]
    [InlineData("--fail-on", "sometimes")]
    [InlineData("--delimiter", "ab")]
    [InlineData("--nonsense", "1")]
    public async Task Drift_WrongUse_ExitsWith1AndSaysWhatIsWrong(string option, string value)
    {
        using var run = new CliRun();
        var a = run.Numbers("a.csv", 50);

        Assert.Equal(1, await run.Run("drift", a, a, option, value));
        Assert.Contains(value, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drift_RolesForASavedBaseline_AreRefused()
    {
        using var run = new CliRun();
        var a = run.Numbers("a.csv", 50);
        Assert.Equal(0, await run.Run("drift", a, a, "--save-baseline", run.PathOf("base.json")));

        Assert.Equal(1, await run.Run("drift", run.PathOf("base.json"), a, "--label", "bought"));
        Assert.Contains("frozen", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--html")]
    [InlineData("--json")]
    [InlineData("--markdown")]
    [InlineData("--save-baseline")]
    public async Task Drift_NoFolderToWriteIn_IsSaidBeforeAnythingIsRead(string option)
    {
        using var run = new CliRun();

        Assert.Equal(1, await run.Run("drift", "nowhere.csv", "nowhere.csv", option, run.PathOf("missing/r.out")));
        Assert.Contains("There is no folder", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drift_TheBaselineInSecondPlace_IsToldWhereItGoes()
    {
        using var run = new CliRun();
        var a = run.Numbers("a.csv", 50);

        await run.Run("drift", a, a, "--save-baseline", run.PathOf("base.json"));

        Assert.Equal(1, await run.Run("drift", a, run.PathOf("base.json")));
        Assert.Contains("goes first", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_OfTheCommand_NamesItsOptions()
    {
        using var run = new CliRun();

        Assert.Equal(0, await run.Run("drift", "--help"));
        Assert.Contains("--fail-on", run.Output, StringComparison.Ordinal);
        Assert.Contains("REFERENCE", run.Output, StringComparison.Ordinal);
    }
}
