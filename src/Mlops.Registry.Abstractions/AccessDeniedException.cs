using Mlops.Registry.Access;

namespace Mlops.Registry;

/// <summary>The caller holds no role that may do this. The refusal is in the audit log.</summary>
public sealed class AccessDeniedException : RegistryException
{
    /// <summary>Makes the exception.</summary>
    public AccessDeniedException() { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What was refused.</param>
    public AccessDeniedException(string message)
        : base(message) { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What was refused.</param>
    /// <param name="innerException">What was caught.</param>
    public AccessDeniedException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>Makes the exception.</summary>
    /// <param name="permission">What the caller lacks.</param>
    /// <param name="message">What was refused, and which roles may.</param>
    public AccessDeniedException(RegistryRight permission, string message)
        : base(message) => Permission = permission;

    /// <summary>What the caller lacks.</summary>
    public RegistryRight? Permission { get; }
}
