namespace Mlops;

/// <summary>Whether a result could be computed from the data, and if not, why not.</summary>
/// <remarks>
/// Bad data is a finding, not an exception: a result that can't be computed carries one of these and NaN, never a silent
/// zero. The default value is <see cref="Ok"/>.
/// </remarks>
public enum ResultStatus
{
    /// <summary>The result is defined.</summary>
    Ok = 0,

    /// <summary>There are no rows at all.</summary>
    Empty,

    /// <summary>Every value is missing.</summary>
    AllMissing,

    /// <summary>Every value that is there is the same one, so that nothing can be compared.</summary>
    Constant,

    /// <summary>Too few rows for the method.</summary>
    TooFewRows,

    /// <summary>The column is in the reference and not in the current data.</summary>
    Absent,

    /// <summary>Values do not convert to the type that the column has in the reference.</summary>
    TypeMismatch,

    /// <summary>Infinite values are there, and the statistic has no value for them.</summary>
    Infinite,

    /// <summary>The quantity is undefined for these data (0/0, a single bin).</summary>
    Undefined,
}
