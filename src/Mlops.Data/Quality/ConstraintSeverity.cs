namespace Mlops.Data.Quality;

/// <summary>What a violated constraint does to the verdict on the data.</summary>
public enum ConstraintSeverity
{
    /// <summary>The data fail.</summary>
    Error = 0,

    /// <summary>It is told, and the verdict on the data does not change.</summary>
    Warning,
}
