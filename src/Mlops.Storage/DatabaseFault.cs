namespace Mlops.Storage;

/// <summary>What a failed statement or connection says about the database, the same words for every product.</summary>
public enum DatabaseFault
{
    /// <summary>Anything without a word of its own: a mistake in the statement, a full disk, a damaged file.</summary>
    Other,

    /// <summary>A row with this key is there already.</summary>
    UniqueViolation,

    /// <summary>Another constraint does not hold: a foreign key, a check, a missing value.</summary>
    ConstraintViolation,

    /// <summary>Two transactions were in each other's way and this one lost (serialization, deadlock); again, it may succeed.</summary>
    Conflict,

    /// <summary>Another connection holds the lock that was needed.</summary>
    Locked,

    /// <summary>The connection broke; what it had not committed is gone.</summary>
    ConnectionLost,

    /// <summary>The database can't be reached or opened at all.</summary>
    Unavailable,

    /// <summary>The database, or this connection to it, can only be read.</summary>
    ReadOnly,

    /// <summary>The role may not do this.</summary>
    PermissionDenied,
}
