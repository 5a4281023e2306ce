using System.Text.Json;
using Mlops.Registry.Artifacts;
using Mlops.Serialization;

namespace Mlops.Registry.Signing;

/// <summary>The in-toto statement that model signing signs.</summary>
internal static class ModelStatement
{
    public const string PayloadType = "application/vnd.in-toto+json";
    private const string StatementType = "https://in-toto.io/Statement/v1";
    private const string PredicateType = "https://model_signing/signature/v1.0";
    private const string Algorithm = "sha256";
    private const string Method = "files";

    // A model that is a single file has it under this name.
    private const string WholeModel = ".";

    public static byte[] Write(string modelName, ArtifactManifest manifest, IReadOnlyList<string> ignoredPaths)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("_type", StatementType);
            writer.WriteStartArray("subject");
            writer.WriteStartObject();
            writer.WriteString("name", modelName);
            writer.WriteStartObject("digest");
            writer.WriteString(Algorithm, ArtifactRoot.Hex(manifest.Root));
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteString("predicateType", PredicateType);
            writer.WriteStartObject("predicate");
            WriteSerialization(writer, ignoredPaths);
            writer.WriteStartArray("resources");
            foreach (var file in manifest.Files)
            {
                writer.WriteStartObject();
                writer.WriteString("name", file.Name);
                writer.WriteString("algorithm", Algorithm);
                writer.WriteString("digest", ArtifactRoot.Hex(file.Digest));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary>Reads a payload whose signature was verified.</summary>
    public static ModelSignatureResult Read(DsseEnvelope envelope)
    {
        if (envelope.PayloadType != PayloadType)
        {
            return Unsupported("payload type", envelope.PayloadType, PayloadType);
        }

        try
        {
            using var document = StrictJson.Parse(envelope.Payload.Span, "statement");
            return Read(document.RootElement);
        }
        catch (Exception exception)
            when (exception is FormatException or ArgumentException or InvalidOperationException)
        {
            // System.Text.Json takes a string with a lone surrogate for a mistake of the caller; here it is bad data.
            return ModelSignatureResult.Refused(ModelSignatureStatus.Inconsistent, exception.Message);
        }
    }

    private static ModelSignatureResult Read(JsonElement statement)
    {
        var predicate = statement.Required("predicate");
        var serialization = predicate.Required("serialization");
        foreach (
            var (what, found, wanted) in new[]
            {
                ("statement type", statement.RequiredString("_type"), StatementType),
                ("predicate type", statement.RequiredString("predicateType"), PredicateType),
                ("method", serialization.RequiredString("method"), Method),
                ("hash type", serialization.RequiredString("hash_type"), Algorithm),
            }
        )
        {
            if (found != wanted)
            {
                return Unsupported(what, found, wanted);
            }
        }

        var (name, root) = Subject(statement);
        var files = predicate.RequiredArray("resources").Select(resource => Resource(resource, name)).ToArray();
        Array.Sort(files, static (left, right) => ArtifactName.Compare(left.Name, right.Name));
        for (var i = 1; i < files.Length; i++)
        {
            if (files[i].Name == files[i - 1].Name)
            {
                throw new FormatException($"The statement lists '{files[i].Name}' twice.");
            }
        }

        var actual = ArtifactRoot.Of(files.Select(file => file.Digest));
        return actual == root
            ? new ModelSignatureResult(
                ModelSignatureStatus.Valid,
                FormattableString.Invariant($"The key has signed '{name}': {files.Length} files, root {root}."),
                new SignedModel(name, root, files, IgnoredPaths(serialization), AllowsLinks(serialization)),
                []
            )
            : throw new FormatException($"The subject's root is {root}, but the listed files hash to {actual}.");
    }

    private static (string Name, ContentDigest Root) Subject(JsonElement statement)
    {
        var subjects = statement.RequiredArray("subject").ToArray();
        if (subjects.Length != 1)
        {
            throw new FormatException(
                FormattableString.Invariant($"The statement has {subjects.Length} subjects; exactly one is wanted.")
            );
        }

        return (subjects[0].RequiredString("name"), Digest(subjects[0].Required("digest"), Algorithm));
    }

    private static SignedFile Resource(JsonElement resource, string modelName)
    {
        var algorithm = resource.RequiredString("algorithm");
        if (algorithm != Algorithm)
        {
            throw new FormatException($"A file is digested by '{algorithm}'; '{Algorithm}' is wanted.");
        }

        var listed = resource.RequiredString("name");
        var name = listed == WholeModel ? modelName : listed;
        ArtifactName.ThrowIfInvalid(name, "name");
        return new SignedFile(name, Digest(resource, "digest"));
    }

    private static ContentDigest Digest(JsonElement element, string property) =>
        ContentDigest.Parse("sha256:" + element.RequiredString(property));

    private static string[] IgnoredPaths(JsonElement serialization) =>
        serialization.TryGetProperty("ignore_paths", out var paths) && paths.ValueKind != JsonValueKind.Null
            ?
            [
                .. serialization
                    .RequiredArray("ignore_paths")
                    .Select(path =>
                        path.ValueKind == JsonValueKind.String
                            ? path.GetString()!
                            : throw new FormatException("'ignore_paths' holds something that is not a string.")
                    ),
            ]
            : [];

    private static bool AllowsLinks(JsonElement serialization) =>
        serialization.TryGetProperty("allow_symlinks", out var allowed) && allowed.ValueKind == JsonValueKind.True;

    private static void WriteSerialization(Utf8JsonWriter writer, IReadOnlyList<string> ignoredPaths)
    {
        writer.WriteStartObject("serialization");
        writer.WriteString("method", Method);
        writer.WriteString("hash_type", Algorithm);
        writer.WriteBoolean("allow_symlinks", false);
        if (ignoredPaths.Count > 0)
        {
            writer.WriteStartArray("ignore_paths");
            foreach (var path in ignoredPaths)
            {
                writer.WriteStringValue(path);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static ModelSignatureResult Unsupported(string what, string found, string wanted) =>
        ModelSignatureResult.Refused(
            ModelSignatureStatus.Unsupported,
            $"The {what} is '{found}'; only '{wanted}' is verified here."
        );
}
