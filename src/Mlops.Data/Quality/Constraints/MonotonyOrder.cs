namespace Mlops.Data.Quality.Constraints;

/// <summary>How values follow each other from row to row.</summary>
public enum MonotonyOrder
{
    /// <summary>None is less than the one before.</summary>
    Increasing = 0,

    /// <summary>Each is more than the one before.</summary>
    StrictlyIncreasing,

    /// <summary>None is more than the one before.</summary>
    Decreasing,

    /// <summary>Each is less than the one before.</summary>
    StrictlyDecreasing,
}
