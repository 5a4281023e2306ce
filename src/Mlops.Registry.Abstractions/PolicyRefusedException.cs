using Mlops.Registry.Policies;

namespace Mlops.Registry;

/// <summary>An enforced rule of the policy is not met. The refusal is in the audit log, with all that the rules said.</summary>
public sealed class PolicyRefusedException : RegistryException
{
    /// <summary>Makes the exception.</summary>
    public PolicyRefusedException() { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What was refused.</param>
    public PolicyRefusedException(string message)
        : base(message) { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What was refused.</param>
    /// <param name="innerException">What was caught.</param>
    public PolicyRefusedException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>Makes the exception.</summary>
    /// <param name="decision">What the policy said.</param>
    /// <param name="message">What was refused, and by which rules.</param>
    public PolicyRefusedException(PolicyDecision decision, string message)
        : base(message) => Decision = decision;

    /// <summary>What the policy said, rule by rule.</summary>
    public PolicyDecision? Decision { get; }
}
