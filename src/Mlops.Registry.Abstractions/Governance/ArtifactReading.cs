namespace Mlops.Registry.Governance;

/// <summary>Whether the stored files of a version are read to judge it.</summary>
public enum ArtifactReading
{
    /// <summary>They are not read: the answer is quick.</summary>
    Skip = 0,

    /// <summary>Every byte is read and held against its digest.</summary>
    Verify = 1,
}
