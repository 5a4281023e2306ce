using System.Text;
using Mlops.Data.Profiles;
using Mlops.Drift;

namespace Mlops.Cli.Inputs;

/// <summary>Tells what a file holds, by its content where that is certain, and by its name.</summary>
internal static class InputFile
{
    private const int HeadLength = 4096;
    private static readonly string[] JsonLinesEndings = [".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz"];

    public static InputKind KindOf(string path)
    {
        if (!File.Exists(path))
        {
            throw new CliException($"There is no file '{path}' in {Directory.GetCurrentDirectory()}.");
        }

        var head = Head(path);
        if (head.StartsWith('{') && !IsJsonLines(path))
        {
            // Envelopes say their kind near the beginning, since their properties are in order.
            return head.Contains($"\"{DatasetProfile.Kind}\"", StringComparison.Ordinal) ? InputKind.Profile
                : head.Contains($"\"{DriftBaseline.Kind}\"", StringComparison.Ordinal) ? InputKind.Baseline
                : throw new CliException(
                    $"'{path}' is JSON, but neither a baseline that 'mlops drift --save-baseline' wrote nor a profile of 'mlops profile'. Lines of JSON objects are read from files named .jsonl or .ndjson."
                );
        }

        return IsJsonLines(path) ? InputKind.JsonLines : InputKind.Csv;
    }

    private static bool IsJsonLines(string path) =>
        JsonLinesEndings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static string Head(string path)
    {
        using var stream = File.OpenRead(path);
        var buffer = new byte[HeadLength];
        var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return Encoding.UTF8.GetString(buffer, 0, length).TrimStart();
    }
}
