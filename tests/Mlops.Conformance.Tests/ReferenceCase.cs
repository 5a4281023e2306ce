using System.Text.Json;

namespace Mlops.Conformance.Tests;

/// <summary>One reference case: what is asked, and what another implementation answers.</summary>
internal sealed record ReferenceCase(string File, string Line, JsonElement Content)
{
    /// <summary>Every case of every file.</summary>
    public static IReadOnlyList<ReferenceCase> All { get; } =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "cases"), "*.ndjson")
            .Order(StringComparer.Ordinal)
            .SelectMany(path => System.IO.File.ReadLines(path).Select(line => Read(Path.GetFileName(path), line))),
    ];

    public string Id => Content.GetProperty("id").GetString()!;

    public string Operation => Content.GetProperty("op").GetString()!;

    /// <summary>What is wrong with an answer, or null.</summary>
    public string? Disagreement(string answer)
    {
        using var document = JsonDocument.Parse(answer);
        var got = document.RootElement;
        if (got.GetProperty("id").GetString() != Content.GetProperty("id").GetString())
        {
            return $"{this}: the answer is to another case: {answer}";
        }

        var agrees = Content.TryGetProperty("expect_error", out var words)
            ? NamesOneOf(got, words)
            : got.TryGetProperty("result", out var result)
                && Agreement.Holds(
                    result,
                    Content.GetProperty("expect"),
                    Tolerance("rtol", 1e-9),
                    Tolerance("atol", 1e-12)
                );
        return agrees ? null : $"{this}: got {answer}";
    }

    /// <inheritdoc/>
    public override string ToString() => $"{File} {Content.GetProperty("id")} by {Content.GetProperty("source")}";

    private static bool NamesOneOf(JsonElement answer, JsonElement words)
    {
        if (!answer.TryGetProperty("error", out var error))
        {
            return false;
        }

        var type = error.GetProperty("type").GetString();
        var wanted = words.EnumerateArray().Select(word => word.GetString()!).ToArray();
        var message = error.GetProperty("message").GetString()!;
        return wanted is ["UnknownOperation"]
            ? type == "UnknownOperation"
            : type == "InvalidArgument" && wanted.Any(word => Agreement.Names(message, word));
    }

    private double Tolerance(string name, double ifLeftOut) =>
        Content.TryGetProperty(name, out var given) ? given.GetDouble() : ifLeftOut;

    private static ReferenceCase Read(string file, string line)
    {
        using var document = JsonDocument.Parse(line);
        return new(file, line, document.RootElement.Clone());
    }
}
