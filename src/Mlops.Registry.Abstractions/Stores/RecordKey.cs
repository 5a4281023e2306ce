namespace Mlops.Registry.Stores;

/// <summary>Which record.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Id">Its id within the kind: 1 to 300 characters, compared by their characters and ordered by code points.</param>
public readonly record struct RecordKey(RecordKind Kind, string Id)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Kind} '{Id}'";
}
