using Mlops.Serialization;

namespace Mlops.Data.Quality;

/// <summary>Data that were checked, or that constraints were inferred from.</summary>
/// <param name="Name">What the data set is called, such as the file.</param>
/// <param name="RowCount">Rows.</param>
/// <param name="Digest">The digest of the data set; <see langword="null"/> where it is not known.</param>
public sealed record CheckedData(string Name, long RowCount, ContentDigest? Digest);
