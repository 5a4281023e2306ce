namespace Mlops.Registry.Artifacts;

/// <summary>What is done with symbolic links in a folder.</summary>
public enum SymbolicLinkHandling
{
    /// <summary>A link is an error: what it points to can change without the folder changing.</summary>
    Refuse = 0,

    /// <summary>A link to a file is read through; a link to a folder is an error, since it may lead around in circles.</summary>
    FollowFiles = 1,
}
