using System.Text.Json;

namespace Mlops.Conformance.Tests;

public sealed class ConformanceRunnerTests
{
    [Fact]
    public void Run_FaultyLinesBetweenGoodOnes_AnswersEachInOrderAndEndsWell()
    {
        string[] lines =
        [
            """{"id":"a","op":"drift.chebyshev","args":{"p":[1,3],"q":[1,1]}}""",
            "this is not JSON",
            "[1,2]",
            """{"id":"b","op":"no.such","args":{}}""",
            """{"id":"c","op":"drift.chebyshev","args":{"p":[1,3]}}""",
            """{"id":"d","op":"drift.chebyshev","args":[]}""",
            """{"id":"e","op":"drift.chebyshev","args":{"p":[1,3],"q":[1,1]}}""",
        ];
        using var output = new StringWriter { NewLine = "\n" };

        var status = ConformanceRunner.Run([], new StringReader(string.Join('\n', lines)), output, TextWriter.Null);

        Assert.Equal(0, status);
        var answers = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(lines.Length, answers.Length);
        Assert.Equal("""{"id":"a","result":{"distance":0.25}}""", answers[0]);
        Assert.Equal(
            ["InvalidCase", "InvalidCase", "UnknownOperation", "InvalidArgument", "InvalidCase"],
            answers[1..6].Select(ErrorType)
        );
        Assert.Equal(answers[0].Replace("\"a\"", "\"e\"", StringComparison.Ordinal), answers[6]);
    }

    [Theory]
    [InlineData("drift.equivalence", """{"reference_counts":[1,-2],"current_counts":[1,2]}""", "reference_counts")]
    [InlineData("drift.equivalence", """{"reference_counts":[1,2.5],"current_counts":[1,2]}""", "reference_counts")]
    [InlineData("drift.equivalence", """{"reference_counts":[1,2],"current_counts":[0,0]}""", "current_counts")]
    [InlineData("drift.equivalence", """{"reference_counts":[1,2],"current_counts":[1,2,3]}""", "current_counts")]
    [InlineData("drift.equivalence", """{"reference_counts":[1,2],"current_counts":[1,2],"delta":0}""", "delta")]
    [InlineData("drift.equivalence", """{"reference_counts":[1,2],"current_counts":[1,2],"deltas":0.1}""", "deltas")]
    [InlineData("drift.binned", """{"x":[],"y":[1],"bins":2,"binning":"uniform"}""", "x")]
    [InlineData("drift.binned", """{"x":[1],"y":[1,"NaN"],"bins":2,"binning":"uniform"}""", "y")]
    [InlineData("drift.binned", """{"x":[1],"y":[1],"bins":0,"binning":"uniform"}""", "bins")]
    [InlineData("drift.binned", """{"x":[1],"y":[1],"bins":2.5,"binning":"uniform"}""", "bins")]
    [InlineData("drift.binned", """{"x":[1],"y":[1],"bins":2,"binning":"doane"}""", "binning")]
    [InlineData("drift.binned", """{"x":{"lcg":{"seed":1}},"y":[1],"bins":2,"binning":"uniform"}""", "x")]
    [InlineData("drift.jensen_shannon", """{"p":[1,1],"q":[1,1],"base":1}""", "base")]
    [InlineData("drift.kullback_leibler", """{"p":[1,"Infinity"],"q":[1,1]}""", "p")]
    [InlineData("drift.population_stability", """{"p":[1,1],"q":[1,"a"]}""", "q")]
    [InlineData("drift.hellinger", """{"p":[1,1],"q":[0,0]}""", "q")]
    [InlineData("drift.total_variation", """{"p":[1,1],"q":3}""", "q")]
    [InlineData("drift.kolmogorov_smirnov", """{"x":[1],"y":[],"alternative":"less","method":"exact"}""", "y")]
    [InlineData(
        "drift.kolmogorov_smirnov",
        """{"x":[1],"y":[1],"alternative":"more","method":"exact"}""",
        "alternative"
    )]
    [InlineData("drift.kolmogorov_smirnov", """{"x":[1],"y":[1],"alternative":"less","method":"auto"}""", "method")]
    [InlineData("drift.wasserstein", """{"x":[1,2],"y":[1],"x_weights":[1]}""", "x_weights")]
    [InlineData("drift.wasserstein", """{"x":[1,2],"y":[1],"y_weights":[-1]}""", "y_weights")]
    [InlineData("drift.chi_square", """{"table":[[1,2],[3]]}""", "table")]
    [InlineData("drift.chi_square", """{"table":[[1,2],[3,-1]]}""", "table")]
    [InlineData("drift.chi_square", """{"table":[[1,2],[3,0.5]]}""", "table")]
    [InlineData("drift.chi_square", """{"table":[[1,2],[3,1]],"correction":1}""", "correction")]
    [InlineData("drift.chi_square", """{"table":[]}""", "table")]
    [InlineData("stats.adjust_p_values", """{"p_values":["NaN"],"method":"holm"}""", "p_values")]
    [InlineData("stats.adjust_p_values", """{"p_values":[0.5],"method":"hommel"}""", "method")]
    [InlineData("stats.proportion_interval", """{"successes":5,"trials":4,"method":"wilson"}""", "successes")]
    [InlineData(
        "stats.proportion_interval",
        """{"successes":1,"trials":4,"confidence":1,"method":"wilson"}""",
        "confidence"
    )]
    public void Answer_BadInput_NamesTheArgument(string operation, string arguments, string name)
    {
        using var answer = JsonDocument.Parse(
            ConformanceRunner.Answer($$"""{"id":1,"op":"{{operation}}","args":{{arguments}}}""")
        );

        var error = answer.RootElement.GetProperty("error");
        Assert.Equal("InvalidArgument", error.GetProperty("type").GetString());
        Assert.StartsWith($"Argument '{name}': ", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Answer_InfiniteResult_IsAString() =>
        Assert.Equal(
            """{"id":7,"result":{"divergence":"Infinity"}}""",
            ConformanceRunner.Answer("""{"id":7,"op":"drift.kullback_leibler","args":{"p":[1,1],"q":[2,0]}}""")
        );

    [Fact]
    public void Answer_GeneratedSample_IsExpandedAsTheGeneratorDoes()
    {
        // The written values are the recurrence's, by Python's unbounded integers.
        var generated = ConformanceRunner.Answer(
            """{"id":1,"op":"drift.binned","args":{"x":{"lcg":{"seed":12345,"n":4,"mod":50}},"y":{"lcg":{"seed":12345,"n":4,"mod":0}},"bins":4,"binning":"quantile"}}"""
        );
        var written = ConformanceRunner.Answer(
            """{"id":1,"op":"drift.binned","args":{"x":[14.0, 33.0, 42.0, 21.0],"y":[0.10957860598549463, 0.26538529591773785, 0.8856239926684798, 0.8357374096797802],"bins":4,"binning":"quantile"}}"""
        );

        Assert.Contains("result", generated, StringComparison.Ordinal);
        Assert.Equal(written, generated);
    }

    [Theory]
    [InlineData("drift.binned.quantile")]
    [InlineData("drift.binned.uniform")]
    [InlineData("drift.kolmogorov_smirnov")]
    [InlineData("drift.wasserstein")]
    public void Run_Bench_PrintsOneMeasurement(string operation)
    {
        using var output = new StringWriter { NewLine = "\n" };

        var status = ConformanceRunner.Run(["bench", operation, "1000", "3"], TextReader.Null, output, TextWriter.Null);

        Assert.Equal(0, status);
        using var line = JsonDocument.Parse(output.ToString());
        Assert.Equal(operation, line.RootElement.GetProperty("op").GetString());
        Assert.Equal(1000, line.RootElement.GetProperty("rows").GetInt32());
        Assert.True(
            line.RootElement.GetProperty("min_ms").GetDouble() <= line.RootElement.GetProperty("median_ms").GetDouble()
        );
        Assert.True(line.RootElement.GetProperty("allocated_bytes").GetInt64() >= 0);
        Assert.True(line.RootElement.GetProperty("threads").GetInt32() >= 1);
    }

    [Theory]
    [InlineData("bench")]
    [InlineData("bench", "drift.hellinger", "1000")]
    [InlineData("bench", "drift.binned.uniform", "0")]
    [InlineData("bench", "drift.binned.uniform", "1000", "-1")]
    [InlineData("anything")]
    public void Run_WrongCommandLine_SaysSoAndFails(params string[] arguments)
    {
        using var errors = new StringWriter();

        Assert.Equal(2, ConformanceRunner.Run(arguments, TextReader.Null, TextWriter.Null, errors));
        Assert.NotEmpty(errors.ToString());
    }

    private static string? ErrorType(string answer)
    {
        using var document = JsonDocument.Parse(answer);
        return document.RootElement.GetProperty("error").GetProperty("type").GetString();
    }
}
