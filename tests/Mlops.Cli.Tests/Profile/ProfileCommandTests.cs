using Mlops.Data.Profiles;

namespace Mlops.Cli.Tests.Profile;

public class ProfileCommandTests
{
    [Fact]
    public async Task Profile_Merge_Drift_OfPartsByABaseline_GiveTheVerdictOfTheWhole()
    {
        using var run = new CliRun();
        var (a, b) = (run.Numbers("a.csv", 3000), run.Numbers("b.csv", 3001, 0.5));
        var baseline = run.PathOf("baseline.json");
        var merged = run.PathOf("merged.profile");
        Assert.Equal(0, await run.Run("drift", a, b, "--save-baseline", baseline, "--json", run.PathOf("whole.json")));
        var parts = Split(run, "b.csv", 4);

        foreach (var part in parts)
        {
            Assert.Equal(0, await run.Run("profile", part, "--like", baseline, "-o", part + ".profile"));
        }

        Assert.Equal(0, await run.Run(["merge", .. parts.Select(part => part + ".profile"), "-o", merged]));
        Assert.Contains("3,001 rows of 4 profiles", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, await run.Run("drift", baseline, merged, "--fail-on", "fail"));
        Assert.Contains("merged.profile (3,001 rows)", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, await run.Run("drift", baseline, b, "--fail-on", "fail"));
    }

    [Fact]
    public async Task Profile_WithoutABaseline_MergesAndComparesInEitherPlace()
    {
        using var run = new CliRun();
        var (a, b) = (run.Numbers("a.csv", 20_000), run.Numbers("b.csv", 20_001));
        Assert.Equal(0, await run.Run("profile", a, "-o", run.PathOf("a.profile"), "--id", "id"));
        Assert.Contains("20,000 rows of a.csv are summed up in", run.Output, StringComparison.Ordinal);
        Assert.Contains("Not profiled: id", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, await run.Run("profile", b, "-o", run.PathOf("b.profile"), "--like", run.PathOf("a.profile")));

        Assert.Equal(0, await run.Run("drift", run.PathOf("a.profile"), run.PathOf("b.profile"), "--fail-on", "fail"));
        Assert.Equal(0, await run.Run("drift", run.PathOf("a.profile"), b, "--fail-on", "fail"));
        Assert.Equal(0, await run.Run("drift", a, run.PathOf("b.profile"), "--fail-on", "fail", "--id", "id"));
    }

    [Fact]
    public async Task Profile_JsonLines_AreReadToo()
    {
        using var run = new CliRun();
        var lines = Enumerable
            .Range(0, 300)
            .Select(i => FormattableString.Invariant($"{{\"x\":{i % 7},\"city\":\"{(i % 3 == 0 ? "a" : "b")}\"}}"));
        var file = run.Write("rows.jsonl", string.Join('\n', lines));

        Assert.Equal(0, await run.Run("profile", file, "-o", run.PathOf("rows.profile")));

        var profile = DatasetProfile.Load(run.PathOf("rows.profile"));
        Assert.Equal(300, profile.Count);
        Assert.Equal(["x", "city"], profile.Columns.Select(column => column.Definition.Schema.Name));
        Assert.Equal(0, await run.Run("drift", file, file));
    }

    [Fact]
    public async Task Profile_ValuesOfAnotherKindLater_AreToldWithWhatToDo()
    {
        using var run = new CliRun();
        var lines = Enumerable.Range(0, 70_000).Select(i => i == 69_000 ? "unknown" : $"{i}.5");
        var file = run.Write("late.csv", "amount\n" + string.Join('\n', lines) + "\n");

        Assert.Equal(0, await run.Run("profile", file, "-o", run.PathOf("p")));
        Assert.Contains(
            "amount: 1 values are not of the kind number, the first is 'unknown' in row 69,001",
            run.Error,
            StringComparison.Ordinal
        );
        Assert.Contains("--kind amount=category", run.Error, StringComparison.Ordinal);

        Assert.Equal(0, await run.Run("profile", file, "-o", run.PathOf("p"), "--kind", "amount=category"));
        Assert.Equal("", run.Error);
    }

    [Theory]
    [InlineData("a,b\n1,2\n", "a,c\n1,2\n", "it has no column 'b'")]
    [InlineData("a,b\n1,2\n", "a,b\n1,x\n", "column 'b' is a category there and a number in the first")]
    [InlineData("a\n1\n", "a,b\n1,x\n", "it has a column 'b' more")]
    public async Task Merge_ProfilesThatDiffer_SaysWhereAndWhatToDo(string first, string second, string expected)
    {
        using var run = new CliRun();
        await run.Run("profile", run.Write("1.csv", first), "-o", run.PathOf("1"));
        await run.Run("profile", run.Write("2.csv", second), "-o", run.PathOf("2"));

        Assert.Equal(1, await run.Run("merge", run.PathOf("1"), run.PathOf("2"), "-o", run.PathOf("m")));

        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Contains("--like", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(run.PathOf("m")));
    }

    [Fact]
    public async Task Commands_GivenTheWrongKindOfFile_SayWhatItIs()
    {
        using var run = new CliRun();
        var data = run.Numbers("a.csv", 100);
        var json = run.Write("x.json", "{\"a\":1}");

        Assert.Equal(1, await run.Run("merge", data, "-o", run.PathOf("m")));
        Assert.Contains("is not a profile", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, await run.Run("profile", data, "-o", run.PathOf("p"), "--like", data));
        Assert.Contains("a baseline or a profile was expected", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, await run.Run("drift", data, json));
        Assert.Contains("neither a baseline", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, await run.Run("profile", data, "-o", run.PathOf("p"), "--kind", "x"));
        Assert.Contains("COLUMN=KIND", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, await run.Run("profile", data, "-o", run.PathOf("nowhere/p")));
        Assert.Contains("nowhere", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Profile_AFileThatWasCutOff_IsAnErrorOfTheFileAndLeavesTheOldProfile()
    {
        using var run = new CliRun();
        var bytes = File.ReadAllBytes(run.Numbers("a.csv", 3000));
        using var packed = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionMode.Compress))
        {
            gzip.Write(bytes);
        }

        File.WriteAllBytes(run.PathOf("cut.csv.gz"), packed.ToArray()[..^2000]);
        run.Write("old.profile", "old");

        Assert.Equal(1, await run.Run("profile", run.PathOf("cut.csv.gz"), "-o", run.PathOf("old.profile")));
        Assert.Contains("damaged or cut off", run.Error, StringComparison.Ordinal);
        Assert.Equal("old", run.Read("old.profile"));
    }

    [Fact]
    public async Task Drift_KeepValuesThatAreNotThere_SaysWhatToGive()
    {
        using var run = new CliRun();
        var (a, baseline) = (run.Numbers("a.csv", 200), run.PathOf("base.json"));
        await run.Run("drift", a, a, "--save-baseline", baseline);

        Assert.Equal(1, await run.Run("drift", a, a, "--keep-values"));
        Assert.Contains("--save-baseline", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, await run.Run("drift", baseline, a, "--save-baseline", baseline, "--keep-values"));
        Assert.Contains("give the reference's data", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drift_ByAnotherRule_SaysSo()
    {
        using var run = new CliRun();
        var (a, b) = (run.Numbers("a.csv", 2000), run.Numbers("b.csv", 2001, 0.1));

        Assert.Equal(
            2,
            await run.Run(
                "drift",
                a,
                b,
                "--numeric-rule",
                "kolmogorov-smirnov=0.01",
                "--fail-on",
                "fail",
                "--markdown",
                "-"
            )
        );
        Assert.Contains("0.01 is the level", run.Output, StringComparison.Ordinal);
        run.Write("mlops.json", """{ "rules": { "x": "wasserstein=5" } }""");
        Assert.Equal(0, await run.Run("drift", a, b, "--config", run.PathOf("mlops.json"), "--fail-on", "fail"));
        Assert.Equal(1, await run.Run("drift", a, b, "--numeric-rule", "smirnov"));
        Assert.Contains("kolmogorov-smirnov, chi-square, wasserstein", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, await run.Run("drift", a, b, "--numeric-rule", "chi-square=x"));
        Assert.Contains("chi-square=0.01", run.Error, StringComparison.Ordinal);
    }

    private static string[] Split(CliRun run, string file, int parts)
    {
        var lines = run.Read(file).TrimEnd('\n').Split('\n');
        var size = 1 + (lines.Length / parts);
        return
        [
            .. lines
                .Skip(1)
                .Chunk(size)
                .Select((rows, i) => run.Write($"part-{i}.csv", $"{lines[0]}\n{string.Join('\n', rows)}\n")),
        ];
    }
}
