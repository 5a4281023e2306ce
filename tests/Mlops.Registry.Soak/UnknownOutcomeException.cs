namespace Mlops.Registry.Soak;

/// <summary>A server that crashed could not say whether a commit was done.</summary>
internal sealed class UnknownOutcomeException(string message, Exception cause) : Exception(message, cause);
