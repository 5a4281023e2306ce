using System.Security.Cryptography;
using Mlops.Serialization;

namespace Mlops.Registry.Artifacts;

/// <summary>The root of a list of digests.</summary>
internal static class ArtifactRoot
{
    /// <summary>SHA-256 over the raw digests, one after the other.</summary>
    public static ContentDigest Of(IEnumerable<ContentDigest> digests)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var digest in digests)
        {
            hash.AppendData(Convert.FromHexString(Hex(digest)));
        }

        return ContentDigest.FromHash(hash.GetHashAndReset());
    }

    /// <summary>The 64 hexadecimal digits of a digest.</summary>
    public static string Hex(ContentDigest digest) => digest.ToString()["sha256:".Length..];
}
