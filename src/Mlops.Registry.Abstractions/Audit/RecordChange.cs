using Mlops.Registry.Stores;
using Mlops.Serialization;

namespace Mlops.Registry.Audit;

/// <summary>That a stored record changed: by its digest, so that a record altered behind the registry's back is found.</summary>
/// <param name="Kind">The kind of record.</param>
/// <param name="Id">Its id.</param>
/// <param name="Revision">The revision it got.</param>
/// <param name="Digest">The digest of its new payload; <see langword="null"/> when it was deleted.</param>
public sealed record RecordChange(RecordKind Kind, string Id, long Revision, ContentDigest? Digest);
