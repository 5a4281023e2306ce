using System.Globalization;
using System.Text;

namespace Mlops.Cli.Tests.Drift;

public class DependenceCommandTests
{
    [Fact]
    public async Task Drift_DaysOfASummer_AreNotTakenForDrift()
    {
        using var cli = new CliRun();
        string years = Days(cli, "years.csv", 0, 1095),
            summer = Days(cli, "summer.csv", 1095 + 181, 31);

        await cli.Run("drift", years, summer, "--dependence", "independent", "--json", "-");
        Assert.Contains("\"verdict\":\"Fail\"", cli.Output, StringComparison.Ordinal);
        await cli.Run("drift", years, summer, "--json", "-");
        Assert.DoesNotContain("\"verdict\":\"Fail\"", cli.Output, StringComparison.Ordinal);
        await cli.Run(
            "drift",
            years,
            summer,
            "--dependence",
            "independent",
            "--season",
            "month-of-year",
            "--json",
            "-"
        );
        Assert.DoesNotContain("\"verdict\":\"Fail\"", cli.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drift_PeriodsInTheSettings_AreTheRule()
    {
        using var cli = new CliRun();
        string years = Days(cli, "years.csv", 0, 1095),
            later = Days(cli, "later.csv", 1095, 31, shift: 40);
        var settings = cli.Write(
            "settings.json",
            """{ "dependence": "period:month", "rules": { "numbers": "period-variation=0.05" } }"""
        );

        var code = await cli.Run("drift", years, later, "--config", settings, "--fail-on", "fail", "--json", "-");

        Assert.Equal(2, code);
        Assert.Contains("\"id\":\"period-variation\"", cli.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--dependence", "weekly", "auto, independent, time, entity:COLUMN")]
    [InlineData("--dependence", "entity:nobody", "no column 'nobody'")]
    [InlineData("--season", "spring", "month-of-year")]
    [InlineData("--numeric-rule", "wilcoxon", "mann-whitney")]
    [InlineData("--numeric-rule", "period-variation", "takes periods")]
    public async Task Drift_AMistake_IsToldWithWhatThereIs(string option, string value, string message)
    {
        using var cli = new CliRun();
        string a = Days(cli, "a.csv", 0, 60),
            b = Days(cli, "b.csv", 60, 60);

        Assert.Equal(1, await cli.Run("drift", a, b, option, value));
        Assert.Contains(message, Words(cli.Error), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drift_SeasonWithoutTimes_IsToldSo()
    {
        using var cli = new CliRun();
        string a = cli.Write("a.csv", "x\n1\n2\n3\n"),
            b = cli.Write("b.csv", "x\n1\n2\n3\n");

        Assert.Equal(1, await cli.Run("drift", a, b, "--season", "hour-of-week"));
        Assert.Contains("no time column", Words(cli.Error), StringComparison.Ordinal);
        Assert.Equal(
            1,
            await cli.Run("drift", a, b, "--season", "hour-of-week", "--save-baseline", cli.PathOf("s.json"))
        );
        Assert.Contains("no baseline to save", Words(cli.Error), StringComparison.Ordinal);
    }

    // A level that follows the year, and noise that does not.
    private static string Days(CliRun cli, string file, int first, int count, double shift = 0)
    {
        var start = new DateTime(2021, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var text = new StringBuilder("day,temperature\n");
        for (var i = first; i < first + count; i++)
        {
            var level = -10 * Math.Cos(2 * Math.PI * i / 365.0);
            var noise = (i * 7919L % 997 / 997.0) - 0.5;
            text.Append(
                CultureInfo.InvariantCulture,
                $"{start.AddDays(i):yyyy-MM-dd},{level + (6 * noise) + shift:F3}\n"
            );
        }

        return cli.Write(file, text.ToString());
    }

    private static string Words(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
