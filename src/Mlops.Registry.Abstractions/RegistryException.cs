namespace Mlops.Registry;

/// <summary>The registry could not do what was asked. Each kind has a type of its own; who catches this one catches all.</summary>
public abstract class RegistryException : Exception
{
    /// <summary>Makes the exception.</summary>
    protected RegistryException() { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What was wrong, where, and what would be right.</param>
    protected RegistryException(string message)
        : base(message) { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What was wrong, where, and what would be right.</param>
    /// <param name="innerException">What was caught.</param>
    protected RegistryException(string message, Exception innerException)
        : base(message, innerException) { }
}
