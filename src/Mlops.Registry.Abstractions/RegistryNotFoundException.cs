namespace Mlops.Registry;

/// <summary>A model, version, alias or the like is not there.</summary>
public sealed class RegistryNotFoundException : RegistryException
{
    /// <summary>Makes the exception.</summary>
    public RegistryNotFoundException() { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is not there.</param>
    public RegistryNotFoundException(string message)
        : base(message) { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is not there.</param>
    /// <param name="innerException">What was caught.</param>
    public RegistryNotFoundException(string message, Exception innerException)
        : base(message, innerException) { }
}
