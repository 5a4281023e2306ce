using Mlops.Serialization;

namespace Mlops.Registry.Artifacts;

/// <summary>What both stores refuse before they begin.</summary>
internal static class ArtifactStoreArguments
{
    /// <summary>Refuses a name before content is read, by the rule of <see cref="ArtifactFile"/>.</summary>
    public static void ThrowIfNoName(string name) => _ = new ArtifactFile(name, 0, ContentDigest.Of([]));

    /// <summary>Refuses the digest that is none.</summary>
    public static void ThrowIfDefault(ContentDigest digest)
    {
        if (digest == default)
        {
            throw new ArgumentException("The default digest is no digest.", nameof(digest));
        }
    }
}
