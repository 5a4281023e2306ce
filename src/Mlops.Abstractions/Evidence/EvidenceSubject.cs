using Mlops.Serialization;

namespace Mlops.Evidence;

/// <summary>Something a statement of evidence speaks about, identified by its content.</summary>
/// <param name="Name">What it is to the statement: <c>reference</c>, <c>current</c>, <c>model</c>.</param>
/// <param name="Digest">The digest of its stored bytes.</param>
public sealed record EvidenceSubject(string Name, ContentDigest Digest);
