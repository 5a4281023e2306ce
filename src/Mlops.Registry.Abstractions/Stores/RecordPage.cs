namespace Mlops.Registry.Stores;

/// <summary>A page of records.</summary>
/// <param name="Records">The records, in the order asked for.</param>
/// <param name="Next">Where the next page begins; <see langword="null"/> when this is the last one.</param>
public sealed record RecordPage(IReadOnlyList<StoredRecord> Records, string? Next);
