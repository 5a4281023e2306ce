using Mlops.Registry.Artifacts;
using Mlops.Registry.Models;
using Mlops.Serialization;

namespace Mlops.Registry.Engine;

/// <summary>Whether the stored files of versions were read and match: found before the commit, and good for the definition that was looked at.</summary>
internal sealed class ArtifactChecks
{
    private readonly Dictionary<ContentDigest, bool> _intact = [];

    private ArtifactChecks() { }

    /// <summary>Reads the files of versions.</summary>
    public static async Task<ArtifactChecks?> VerifyAsync(
        IArtifactStore? artifacts,
        IReadOnlyList<ModelVersion> versions,
        CancellationToken cancellationToken
    )
    {
        if (artifacts is null)
        {
            return null;
        }

        var checks = new ArtifactChecks();
        foreach (var version in versions)
        {
            var manifest = version.Definition.Artifacts;
            if (manifest.Files.Count > 0 && !checks._intact.ContainsKey(manifest.Digest))
            {
                var verification = await artifacts.VerifyAsync(manifest, null, cancellationToken).ConfigureAwait(false);
                checks._intact[manifest.Digest] = verification.IsIntact;
            }
        }

        return checks;
    }

    /// <summary>Whether the files of a version are intact; <see langword="null"/> when nobody looked at these.</summary>
    public bool? Of(ModelVersion version) =>
        _intact.TryGetValue(version.Definition.Artifacts.Digest, out var intact) ? intact : null;
}
