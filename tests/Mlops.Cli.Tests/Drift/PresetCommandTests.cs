namespace Mlops.Cli.Tests.Drift;

public class PresetCommandTests
{
    [Theory]
    [InlineData("evidently", "ks")]
    [InlineData("nannyml", "jensen_shannon")]
    [InlineData("tfdv", "jensen_shannon_divergence")]
    [InlineData("deepchecks", "cramers_v")]
    [InlineData("frouros", "KSTest")]
    public async Task Drift_AsALibrary_PrintsItsMethods(string library, string method)
    {
        using var cli = new CliRun();
        var code = await cli.Run(
            "drift",
            cli.Numbers("a.csv", 400),
            cli.Numbers("b.csv", 300, shift: 1),
            "--id",
            "id",
            "--as",
            library,
            "--json",
            "-"
        );

        Assert.Equal(0, code);
        Assert.Contains(method, cli.Output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Drift_AsEvidently_FailsAsItDoes()
    {
        using var cli = new CliRun();
        string reference = cli.Numbers("a.csv", 400),
            current = cli.Numbers("b.csv", 300, shift: 1);

        Assert.Equal(
            2,
            await cli.Run("drift", reference, current, "--id", "id", "--as", "evidently", "--fail-on", "fail")
        );
        Assert.Contains("Fail as Evidently 0.7 tells it: 1 of 2 columns drifted", cli.Output, StringComparison.Ordinal);
        Assert.Equal(
            0,
            await cli.Run(
                "drift",
                reference,
                current,
                "--id",
                "id",
                "--as",
                "evidently",
                "--numeric-rule",
                "psi=1000",
                "--fail-on",
                "fail"
            )
        );
        Assert.Contains("psi", cli.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evident", "these are: evidently, nannyml, tfdv, deepchecks, frouros")]
    [InlineData("frouros", "bounds", "--bound", "0.2")]
    [InlineData("evidently", "these are: ks", "--numeric-rule", "kss")]
    [InlineData("evidently", "after the equals sign", "--numeric-rule", "psi=x")]
    public async Task Drift_AsALibraryWithWhatItLacks_SaysSo(string library, string message, params string[] more)
    {
        using var cli = new CliRun();
        var code = await cli.Run([
            "drift",
            cli.Numbers("a.csv", 40),
            cli.Numbers("b.csv", 30),
            "--as",
            library,
            .. more,
        ]);

        Assert.Equal(1, code);
        Assert.Contains(message, cli.Error, StringComparison.Ordinal);
    }
}
