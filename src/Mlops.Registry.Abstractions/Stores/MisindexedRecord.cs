namespace Mlops.Registry.Stores;

/// <summary>A record that is found by something else than it should be.</summary>
/// <param name="Key">Which one.</param>
/// <param name="Parts">The names of the properties of <see cref="RecordIndex"/> that differ, in their order there.</param>
public sealed record MisindexedRecord(RecordKey Key, IReadOnlyList<string> Parts);
