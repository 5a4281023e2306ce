using System.Text.Json;
using System.Text.Json.Serialization;
using Mlops.Serialization;

namespace Mlops.Registry.Artifacts;

/// <summary>The files of a model, in their order, under one root digest.</summary>
/// <remarks>
/// <para>Files stand in the order of OpenSSF model signing: by path segments, each by Unicode code points, so that <c>a/b</c>
/// comes before <c>a-b</c> and that before <c>a.b</c>. <see cref="Root"/> is SHA-256 over the raw digests in that order.</para>
/// <para>Names are not part of the root: files that swap names within the order keep it. <see cref="Digest"/> covers names,
/// lengths and media types too.</para>
/// <para>Two manifests are equal when they have the same files. Reference: OpenSSF Model Signing (2025), version 1.0.</para>
/// </remarks>
public sealed record ArtifactManifest
{
    /// <summary>Orders files and computes the root.</summary>
    /// <param name="files">The files, in any order; none is a model without files.</param>
    /// <exception cref="ArgumentException">Two files have one name, or names that differ in their Unicode normal form alone, or
    /// a name that is also a folder of another.</exception>
    [JsonConstructor]
    public ArtifactManifest(IReadOnlyList<ArtifactFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var ordered = files.ToArray();
        var position = Array.IndexOf(ordered, null);
        if (position >= 0)
        {
            throw new ArgumentException($"The file at position {position} is null.", nameof(files));
        }

        Array.Sort(ordered, static (left, right) => ArtifactName.Compare(left.Name, right.Name));
        ThrowIfAmbiguous(ordered);
        Files = Array.AsReadOnly(ordered);
        Root = ArtifactRoot.Of(ordered.Select(file => file.Digest));
    }

    /// <summary>The files in their order.</summary>
    public IReadOnlyList<ArtifactFile> Files { get; }

    /// <summary>SHA-256 over the concatenated raw digests of the files, as OpenSSF model signing has it.</summary>
    [JsonIgnore]
    public ContentDigest Root { get; }

    /// <summary>The length of all files together, in bytes.</summary>
    [JsonIgnore]
    public long TotalLength => Files.Sum(file => file.Length);

    /// <summary>The digest of the whole manifest in canonical JSON: names, lengths, digests and media types.</summary>
    [JsonIgnore]
    public ContentDigest Digest => ContentDigest.Of(Canonical());

    /// <summary>Orders files and computes the root.</summary>
    /// <param name="files">The files, in any order.</param>
    /// <exception cref="ArgumentException">As for the constructor.</exception>
    public static ArtifactManifest Create(IEnumerable<ArtifactFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return new([.. files]);
    }

    /// <summary>Reads every file below a folder, as a stream.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="options">What to leave out, and what to do with symbolic links; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The manifest; an empty folder gives one without files, and folders themselves are not in it.</returns>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="IOException">A symbolic link is refused, or a file can't be read; the message names it.</exception>
    /// <exception cref="ArgumentException">A file's name is none that a manifest takes.</exception>
    public static Task<ArtifactManifest> FromDirectoryAsync(
        string path,
        ArtifactDirectoryOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return ArtifactDirectory.ReadAsync(path, options ?? new ArtifactDirectoryOptions(), cancellationToken);
    }

    /// <summary>The file of a name, or <see langword="null"/>.</summary>
    /// <param name="name">The name, exactly.</param>
    public ArtifactFile? Find(string name) => Files.FirstOrDefault(file => file.Name == name);

    /// <inheritdoc/>
    public bool Equals(ArtifactManifest? other) => other is not null && Files.SequenceEqual(other.Files);

    /// <inheritdoc/>
    public override int GetHashCode() => Root.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() =>
        FormattableString.Invariant($"{Files.Count} files, {TotalLength} bytes, root {Root}");

    private static void ThrowIfAmbiguous(ArtifactFile[] files)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var folded = ArtifactName.Folded(file.Name);
            if (!names.TryAdd(folded, file.Name))
            {
                throw new ArgumentException(
                    names[folded] == file.Name
                        ? $"Two files have the name '{file.Name}'."
                        : $"Two files have names that differ in their Unicode normal form alone: '{file.Name}'.",
                    nameof(files)
                );
            }
        }

        foreach (var file in files)
        {
            var name = ArtifactName.Folded(file.Name);
            for (var end = name.IndexOf('/'); end >= 0; end = name.IndexOf('/', end + 1))
            {
                if (names.ContainsKey(name[..end]))
                {
                    throw new ArgumentException(
                        $"'{name[..end]}' is a file, and a folder of '{file.Name}' as well.",
                        nameof(files)
                    );
                }
            }
        }
    }

    private byte[] Canonical()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartArray();
            foreach (var file in Files)
            {
                writer.WriteStartObject();
                writer.WriteString("name", file.Name);
                writer.WriteInteger("length", file.Length);
                writer.WriteString("digest", file.Digest.ToString());
                if (file.MediaType is { } mediaType)
                {
                    writer.WriteString("mediaType", mediaType);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        using var document = JsonDocument.Parse(stream.GetBuffer().AsMemory(0, (int)stream.Length));
        return CanonicalJson.Serialize(document.RootElement);
    }
}
