using Mlops.Registry.Artifacts;
using Mlops.Registry.Models;
using Mlops.Serialization;

namespace Mlops.Registry.Engine;

/// <summary>Whether the stored files of versions were read and match: found before the commit, and good for the definition that was looked at.</summary>
internal sealed class ArtifactChecks
{
    private readonly Dictionary<ContentDigest, bool> _intact = [];

    /// <summary>Reads the files of one version.</summary>
    public static async Task<ArtifactChecks> VerifyAsync(
        IArtifactStore artifacts,
        ModelVersion version,
        CancellationToken cancellationToken
    )
    {
        var checks = new ArtifactChecks();
        await checks.AddAsync(artifacts, version, cancellationToken).ConfigureAwait(false);
        return checks;
    }

    /// <summary>Reads the files of one version more.</summary>
    public async Task AddAsync(IArtifactStore artifacts, ModelVersion version, CancellationToken cancellationToken)
    {
        var manifest = version.Definition.Artifacts;
        if (manifest.Files.Count > 0 && !_intact.ContainsKey(manifest.Digest))
        {
            var verification = await artifacts.VerifyAsync(manifest, null, cancellationToken).ConfigureAwait(false);
            _intact[manifest.Digest] = verification.IsIntact;
        }
    }

    /// <summary>Whether the files of a version were looked at, if it has any.</summary>
    public bool HasRead(ModelVersion version) =>
        version.Definition.Artifacts.Files.Count == 0 || _intact.ContainsKey(version.Definition.Artifacts.Digest);

    /// <summary>Whether the files of a version are intact; <see langword="null"/> when nobody looked at these.</summary>
    public bool? Of(ModelVersion version) =>
        _intact.TryGetValue(version.Definition.Artifacts.Digest, out var intact) ? intact : null;
}
