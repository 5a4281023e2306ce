using Mlops.Serialization;

namespace Mlops.Drift;

/// <summary>One side of a comparison.</summary>
/// <param name="Name">The data set's name, such as the file's.</param>
/// <param name="RowCount">Rows.</param>
/// <param name="Digest">The digest of the data set, or of the profile that stood for it.</param>
public sealed record ComparedData(string Name, long RowCount, ContentDigest Digest);
