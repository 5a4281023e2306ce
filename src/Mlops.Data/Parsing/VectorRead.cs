namespace Mlops.Data.Parsing;

/// <summary>What became of a JSON array that is to be a vector.</summary>
internal enum VectorRead
{
    /// <summary>It is one.</summary>
    Vector,

    /// <summary>An element is no number.</summary>
    NotNumbers,

    /// <summary>A number is beyond the range of a float.</summary>
    NotFinite,
}
