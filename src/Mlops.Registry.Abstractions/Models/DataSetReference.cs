using Mlops.Serialization;

namespace Mlops.Registry.Models;

/// <summary>A data set that a version or a run rests on.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Role">What it served for: <c>training</c>, <c>validation</c>, <c>test</c>, <c>reference</c>.</param>
/// <param name="Digest">The digest of its content, as <c>Dataset.Digest</c> gives it.</param>
/// <param name="Version">Its version, where its keeper numbers them.</param>
/// <param name="Origin">Where it comes from: a table, an address, a contract.</param>
public sealed record DataSetReference(
    string Name,
    string Role,
    ContentDigest Digest,
    string? Version = null,
    string? Origin = null
);
