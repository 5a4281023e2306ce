using Mlops.Registry.Stages;

namespace Mlops.Registry;

/// <summary>There is no such step between stages, or the version is not at the stage that an operation needs.</summary>
public sealed class InvalidTransitionException : RegistryException
{
    /// <summary>Makes the exception.</summary>
    public InvalidTransitionException() { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What can't be done, and what could.</param>
    public InvalidTransitionException(string message)
        : base(message) { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What can't be done, and what could.</param>
    /// <param name="innerException">What was caught.</param>
    public InvalidTransitionException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>Makes the exception.</summary>
    /// <param name="from">Where the version stands.</param>
    /// <param name="to">Where it was to go.</param>
    /// <param name="message">What can't be done, and what could.</param>
    public InvalidTransitionException(Stage from, Stage to, string message)
        : base(message)
    {
        From = from;
        To = to;
    }

    /// <summary>Where the version stands.</summary>
    public Stage? From { get; }

    /// <summary>Where it was to go.</summary>
    public Stage? To { get; }
}
