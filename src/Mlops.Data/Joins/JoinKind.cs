namespace Mlops.Data.Joins;

/// <summary>What becomes of rows for which the other data set has none.</summary>
public enum JoinKind
{
    /// <summary>They stay, and the other's columns are missing there.</summary>
    Left,

    /// <summary>They are left out.</summary>
    Inner,
}
