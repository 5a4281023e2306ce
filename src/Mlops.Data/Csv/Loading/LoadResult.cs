namespace Mlops.Data.Csv.Loading;

/// <summary>What became of a field.</summary>
internal enum LoadResult
{
    /// <summary>It was taken.</summary>
    Loaded,

    /// <summary>It spells another kind, and nothing was taken: the column is text.</summary>
    OtherKind,

    /// <summary>It is not UTF-8 text, and nothing was taken.</summary>
    InvalidText,
}
