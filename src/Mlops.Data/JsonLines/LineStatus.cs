namespace Mlops.Data.JsonLines;

/// <summary>What became of a line.</summary>
internal enum LineStatus
{
    /// <summary>It is there.</summary>
    Line,

    /// <summary>There is none left.</summary>
    End,

    /// <summary>It is longer than allowed; what there is of it begins it.</summary>
    TooLong,
}
