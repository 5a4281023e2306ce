namespace Mlops.Registry;

/// <summary>Somebody else was quicker, or the name is taken: nothing was changed.</summary>
public sealed class RegistryConflictException : RegistryException
{
    /// <summary>Makes the exception.</summary>
    public RegistryConflictException() { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is in the way.</param>
    public RegistryConflictException(string message)
        : base(message) { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is in the way.</param>
    /// <param name="innerException">What was caught.</param>
    public RegistryConflictException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is in the way.</param>
    /// <param name="changedBy">Who was quicker.</param>
    /// <param name="changedAt">When.</param>
    /// <param name="actualRevision">The revision that is there.</param>
    public RegistryConflictException(string message, string changedBy, DateTimeOffset changedAt, long actualRevision)
        : base(message)
    {
        ChangedBy = changedBy;
        ChangedAt = changedAt;
        ActualRevision = actualRevision;
    }

    /// <summary>Who was quicker.</summary>
    public string? ChangedBy { get; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset? ChangedAt { get; }

    /// <summary>The revision that is there; 0 when none is told.</summary>
    public long ActualRevision { get; }
}
