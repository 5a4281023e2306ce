namespace Mlops.Registry.Stores;

/// <summary>A record as it is stored.</summary>
/// <param name="Key">Which one.</param>
/// <param name="Revision">Its revision: 1 when it is made, one more at every change.</param>
/// <param name="Payload">Its canonical JSON.</param>
public sealed record StoredRecord(RecordKey Key, long Revision, ReadOnlyMemory<byte> Payload);
