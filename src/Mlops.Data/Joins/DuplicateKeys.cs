namespace Mlops.Data.Joins;

/// <summary>What becomes of a key that several rows of the joined data set have.</summary>
public enum DuplicateKeys
{
    /// <summary>It is an error that names the key, for which row is the right one is nothing to guess.</summary>
    Refuse,

    /// <summary>The first row counts, and the others are left out.</summary>
    First,

    /// <summary>The last row counts, and the others are left out; as where labels are corrected later.</summary>
    Last,
}
