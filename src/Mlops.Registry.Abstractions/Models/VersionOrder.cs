namespace Mlops.Registry.Models;

/// <summary>In which order versions are given.</summary>
public enum VersionOrder
{
    /// <summary>The last changed first.</summary>
    Updated = 0,

    /// <summary>The last registered first.</summary>
    Created = 1,

    /// <summary>The highest number first; within one model the latest.</summary>
    Number = 2,
}
