namespace Mlops.Cli.Tests.Quality;

public class ExploreCommandTests
{
    [Fact]
    public async Task Explore_ALeakAndAPopulation_GivesVerdictReportAndExitCode()
    {
        using var run = new CliRun();
        var data = Data(run);
        var shares = run.Write("shares.json", """{"sex": {"f": 0.9, "m": 0.1}}""");
        var html = run.PathOf("report.html");

        Assert.Equal(
            2,
            await run.Run(
                "quality",
                data,
                "--explore",
                "--label",
                "left",
                "--population",
                shares,
                "--html",
                html,
                "--fail-on",
                "fail"
            )
        );
        Assert.Contains("leakage: cancelled", run.Output, StringComparison.Ordinal);
        Assert.Contains("representativeness: sex", run.Output, StringComparison.Ordinal);
        Assert.Contains("Against the population", run.Read("report.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explore_WithoutALabel_SaysWhatItWouldTell()
    {
        using var run = new CliRun();

        Assert.Equal(0, await run.Run("quality", Data(run), "--explore"));
        Assert.Contains("--label COLUMN", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--where", "a > 1")]
    [InlineData("--constraints", "c.json")]
    [InlineData("--population", "nothing.json")]
    public async Task Explore_WhatDoesNotGoTogether_IsRefused(string option, string value)
    {
        using var run = new CliRun();

        Assert.NotEqual(0, await run.Run("quality", Data(run), "--explore", option, value));
        Assert.Contains(option is "--population" ? value : option, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quality_PopulationWithoutExplore_IsRefused()
    {
        using var run = new CliRun();

        Assert.NotEqual(0, await run.Run("quality", Data(run), "--population", "p.json"));
        Assert.Contains("--explore", run.Error, StringComparison.Ordinal);
    }

    private static string Data(CliRun run) =>
        run.Write(
            "d.csv",
            "age,sex,cancelled,left\n"
                + string.Join(
                    '\n',
                    Enumerable
                        .Range(0, 400)
                        .Select(i =>
                            FormattableString.Invariant(
                                $"{20 + (i * 37 % 61) + (i * 0.001)},{(i % 2 == 0 ? "f" : "m")},{(i % 5 == 0 ? 1 : 0)},{(i % 5 == 0 ? "yes" : "no")}"
                            )
                        )
                )
                + "\n"
        );
}
