namespace Mlops.Registry.Transparency;

/// <summary>What is wrong with a log.</summary>
public enum LogFault
{
    /// <summary>Entries are not there, though later ones are, or the stored head counts them.</summary>
    MissingEntry,

    /// <summary>An entry or a node stands twice, or before one that it follows.</summary>
    WrongOrder,

    /// <summary>The bytes of an entry do not have the hash that is stored beside them.</summary>
    LeafHashMismatch,

    /// <summary>A stored node is not the hash of what is beneath it: it, or an entry beneath it, was changed.</summary>
    NodeMismatch,

    /// <summary>A node that the log needs for its proofs is not stored.</summary>
    MissingNode,

    /// <summary>A node is stored for entries that are not there.</summary>
    UnexpectedNode,

    /// <summary>The root of the entries is not the one that the stored head has.</summary>
    HeadMismatch,

    /// <summary>There are entries after the ones that the stored head counts.</summary>
    EntryBeyondHead,

    /// <summary>A checkpoint counts more entries than there are: the end was cut off, or an older file was put back.</summary>
    Truncated,

    /// <summary>The root of the first entries is not the one that a checkpoint has: entries were rewritten, or the log was forked.</summary>
    CheckpointMismatch,

    /// <summary>Two signed checkpoints can't be of one log: its key signed two histories.</summary>
    Fork,

    /// <summary>A checkpoint is not signed by a trusted key, is of another log, or can't be read.</summary>
    BadCheckpoint,
}
