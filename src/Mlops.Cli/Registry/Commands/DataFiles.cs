using Mlops.Cli.Inputs;
using Mlops.Registry.Artifacts;
using Mlops.Serialization;

namespace Mlops.Cli.Registry.Commands;

/// <summary>Data sets by digest: as <c>mlops drift</c> reads them, so that a report's subjects are the same.</summary>
internal static class DataFiles
{
    private static readonly string[] Endings =
    [
        ".csv",
        ".tsv",
        ".jsonl",
        ".ndjson",
        ".csv.gz",
        ".tsv.gz",
        ".jsonl.gz",
        ".ndjson.gz",
    ];

    public static async Task<ContentDigest> DigestAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            throw new CliException($"There is no data file '{path}' in {Directory.GetCurrentDirectory()}.");
        }

        if (Endings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
        {
            var settings = Settings.Resolve(new InputRequest());
            return new InputReader(settings, TextWriter.Null, cancellationToken).Read(path, null).Digest;
        }

        var stream = File.OpenRead(path);
        await using (stream.ConfigureAwait(false))
        {
            return (await ArtifactCopy.RunAsync(stream, Stream.Null, cancellationToken).ConfigureAwait(false)).Digest;
        }
    }
}
