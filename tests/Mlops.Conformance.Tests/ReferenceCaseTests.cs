using System.Text.Json;

namespace Mlops.Conformance.Tests;

public sealed class ReferenceCaseTests
{
    /// <summary>Cases whose expectation is wrong, each with the reason.</summary>
    private static readonly Dictionary<string, string> _wrong = new()
    {
        ["registry.verify_inclusion#242"] =
            "Entries 4 and 5 are both empty, so the proof of the one is, byte for byte, a proof of the other.",
    };

    public static TheoryData<string> Operations => new(Listed());

    [Theory]
    [MemberData(nameof(Operations))]
    public void Answer_EveryCaseOfAListedOperation_Agrees(string operation)
    {
        var cases = ReferenceCase.All.Where(given => given.Operation == operation).ToArray();

        Assert.NotEmpty(cases);
        Assert.Empty(
            cases
                .Where(given => !_wrong.ContainsKey(given.Id))
                .Select(given => given.Disagreement(ConformanceRunner.Answer(given.Line)))
                .OfType<string>()
        );
    }

    [Fact]
    public void Answer_CasesWithAWrongExpectation_StillDisagree() =>
        Assert.All(
            _wrong.Keys,
            id =>
            {
                var wrong = ReferenceCase.All.Single(given => given.Id == id);
                Assert.NotNull(wrong.Disagreement(ConformanceRunner.Answer(wrong.Line)));
            }
        );

    [Fact]
    public void Answer_EveryOtherCase_IsUnknownOperation()
    {
        var listed = Listed();
        var others = ReferenceCase.All.Where(given => !listed.Contains(given.Operation)).ToArray();

        Assert.All(
            others,
            given =>
            {
                using var answer = JsonDocument.Parse(ConformanceRunner.Answer(given.Line));
                Assert.Equal(
                    "UnknownOperation",
                    answer.RootElement.GetProperty("error").GetProperty("type").GetString()
                );
                Assert.Equal(
                    given.Content.GetProperty("id").GetString(),
                    answer.RootElement.GetProperty("id").GetString()
                );
            }
        );
    }

    private static string[] Listed()
    {
        using var output = new StringWriter { NewLine = "\n" };
        var status = ConformanceRunner.Run(["list"], TextReader.Null, output, TextWriter.Null);
        Assert.Equal(0, status);
        return output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
