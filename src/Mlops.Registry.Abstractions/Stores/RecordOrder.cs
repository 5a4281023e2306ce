namespace Mlops.Registry.Stores;

/// <summary>In which order a query gives its records. Ties are broken by the id, ascending, so that pages neither overlap nor leave gaps.</summary>
/// <remarks>Texts are ordered by code points, as their UTF-8 bytes are. A record without the value that it is ordered by comes last.</remarks>
public enum RecordOrder
{
    /// <summary>By id, ascending.</summary>
    Id = 0,

    /// <summary>By number, the highest first.</summary>
    NumberDescending = 1,

    /// <summary>By when it last changed, the latest first.</summary>
    UpdatedDescending = 2,

    /// <summary>By when it was made or begins, the latest first.</summary>
    FromDescending = 3,
}
