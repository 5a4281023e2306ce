namespace Mlops.Data.Loading;

/// <summary>What became of a value.</summary>
internal enum LoadResult
{
    /// <summary>It was taken.</summary>
    Loaded,

    /// <summary>It spells another kind, and nothing was taken: the column is text.</summary>
    OtherKind,

    /// <summary>It is not UTF-8 text, and nothing was taken.</summary>
    InvalidText,

    /// <summary>It is a vector of another length than those before, or a vector among other values or the reverse, and nothing was taken.</summary>
    OtherVector,
}
