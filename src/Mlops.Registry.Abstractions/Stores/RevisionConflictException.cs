namespace Mlops.Registry.Stores;

/// <summary>A record was changed by somebody else since it was read.</summary>
public sealed class RevisionConflictException : Exception
{
    /// <summary>Makes the exception.</summary>
    public RevisionConflictException() { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What happened.</param>
    public RevisionConflictException(string message)
        : base(message) { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">What was caught.</param>
    public RevisionConflictException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>Makes the exception.</summary>
    /// <param name="key">The record.</param>
    /// <param name="expected">The revision the caller saw; 0 for none.</param>
    /// <param name="actual">The revision it has; 0 for none.</param>
    public RevisionConflictException(RecordKey key, long expected, long actual)
        : base(
            actual == 0 ? $"{key} does not exist; revision {expected} was expected."
            : expected == 0 ? $"{key} exists already, at revision {actual}."
            : $"{key} is at revision {actual}; revision {expected} was expected: somebody else changed it in between."
        )
    {
        Key = key;
        Expected = expected;
        Actual = actual;
    }

    /// <summary>The record.</summary>
    public RecordKey Key { get; }

    /// <summary>The revision the caller saw; 0 for none.</summary>
    public long Expected { get; }

    /// <summary>The revision it has; 0 for none.</summary>
    public long Actual { get; }
}
