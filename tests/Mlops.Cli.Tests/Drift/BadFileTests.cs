using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Mlops.Cli.Tests.Drift;

/// <summary>Files as they come: the report is made, and says of each column what is wrong with it.</summary>
public class BadFileTests
{
    private const int Rows = 200_000;
    private const string Header = "id,day,empty,constant,vanishes,retyped,many,gone,steady";

    [Fact]
    public async Task Drift_AFileWithEverythingWrong_SaysSoOfEachColumn()
    {
        using var run = new CliRun();
        var reference = run.Write("reference.csv", Table(Rows, isCurrent: false));
        var current = run.Write("current.csv", Table(Rows, isCurrent: true));

        Assert.Equal(
            2,
            await run.Run(
                "drift",
                reference,
                current,
                "--html",
                run.PathOf("r.html"),
                "--json",
                run.PathOf("r.json"),
                "--fail-on",
                "fail"
            )
        );

        using var json = JsonDocument.Parse(run.Read("r.json"));
        var payload = json.RootElement.GetProperty("payload");
        var found = payload
            .GetProperty("columns")
            .EnumerateArray()
            .Select(column =>
                $"{column.GetProperty("name")}: {column.GetProperty("status")}, {column.GetProperty("verdict")}"
            );
        Assert.Equal(
            [
                "empty: Ok, Pass",
                "constant: Ok, Pass",
                "vanishes: AllMissing, Fail",
                "retyped: TypeMismatch, Fail",
                "many: Ok, Pass",
                "gone: Absent, Fail",
                "steady: Ok, Pass",
            ],
            found
        );
        Assert.Equal(
            ["id", "day", "extra"],
            payload.GetProperty("omitted").EnumerateArray().Select(column => column.GetProperty("name").GetString())
        );
        Assert.Contains("'n/a' in row 3", run.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("</html>", run.Read("r.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public async Task Drift_AFileOfOneRowOrNone_IsInconclusiveWhereItHasTheColumns(int rows)
    {
        using var run = new CliRun();
        var reference = run.Write("reference.csv", Table(500, isCurrent: false));
        var current = run.Write("current.csv", Table(rows, isCurrent: false));

        Assert.Equal(3, await run.Run("drift", reference, current, "--fail-on", "inconclusive", "--fail-on", "fail"));
    }

    private static string Table(int rows, bool isCurrent)
    {
        var text = new StringBuilder(
            isCurrent ? Header.Replace("gone", "extra", StringComparison.Ordinal) : Header
        ).Append('\n');
        var day = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        for (var i = 0; i < rows; i++)
        {
            var vanishes = isCurrent ? "" : (i % 97).ToString(CultureInfo.InvariantCulture);
            var retyped = isCurrent && i == 2 ? "n/a" : (i % 89).ToString(CultureInfo.InvariantCulture);
            text.Append(
                CultureInfo.InvariantCulture,
                $"k{i},{day.AddHours(i):yyyy-MM-dd},,7,{vanishes},{retyped},c{i / 2},{i % 5},{i % 31}\n"
            );
        }

        return text.ToString();
    }
}
