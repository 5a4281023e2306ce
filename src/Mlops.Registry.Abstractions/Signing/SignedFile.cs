using Mlops.Serialization;

namespace Mlops.Registry.Signing;

/// <summary>A file as a signature has it.</summary>
/// <param name="Name">Its name within the model.</param>
/// <param name="Digest">The SHA-256 digest of its bytes.</param>
public sealed record SignedFile(string Name, ContentDigest Digest);
