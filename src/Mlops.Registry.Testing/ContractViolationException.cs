namespace Mlops.Registry.Testing;

/// <summary>A store broke a guarantee of <see cref="Stores.IRegistryStore"/>.</summary>
public sealed class ContractViolationException : Exception
{
    /// <summary>Makes the exception.</summary>
    public ContractViolationException() { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What happened.</param>
    public ContractViolationException(string message)
        : base(message) { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">What was caught.</param>
    public ContractViolationException(string message, Exception? innerException)
        : base(message, innerException) { }

    /// <summary>Makes the exception.</summary>
    /// <param name="guarantee">Which guarantee was broken.</param>
    /// <param name="expected">What the store should have done or given.</param>
    /// <param name="found">What it did or gave.</param>
    /// <param name="innerException">What the store threw, if that was it.</param>
    public ContractViolationException(string guarantee, string expected, string found, Exception? innerException = null)
        : base($"{guarantee} Expected: {expected}. Found: {found}.", innerException)
    {
        Guarantee = guarantee;
        Expected = expected;
        Found = found;
    }

    /// <summary>Which guarantee was broken.</summary>
    public string Guarantee { get; } = "";

    /// <summary>What the store should have done or given.</summary>
    public string Expected { get; } = "";

    /// <summary>What it did or gave.</summary>
    public string Found { get; } = "";
}
