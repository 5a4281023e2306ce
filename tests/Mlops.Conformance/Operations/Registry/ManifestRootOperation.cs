using System.Text;
using System.Text.Json;
using Mlops.Conformance.Protocol;
using Mlops.Registry.Artifacts;
using Mlops.Serialization;

namespace Mlops.Conformance.Operations.Registry;

/// <summary>The root over the files of a model.</summary>
internal sealed class ManifestRootOperation : IOperation
{
    public string Name => "registry.manifest_root";

    public void Answer(CaseArguments arguments, CaseResult result)
    {
        var files = arguments.Element("files");
        if (files.ValueKind != JsonValueKind.Array)
        {
            throw InvalidCaseException.Argument("files", $"is {files.ValueKind}; it must be a list.");
        }

        var manifest = ArtifactManifest.Create(files.EnumerateArray().Select(File));
        result.Add("root", manifest.Root.ToString()["sha256:".Length..]);
    }

    private static ArtifactFile File(JsonElement given, int position)
    {
        try
        {
            var content = Encoding.UTF8.GetBytes(given.RequiredString("content"));
            return new ArtifactFile(given.RequiredString("name"), content.Length, ContentDigest.Of(content));
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            throw InvalidCaseException.Argument("files", $"at position {position}: {exception.Message}");
        }
    }
}
