namespace Mlops.Registry.Models;

/// <summary>A version that was in use before it was registered: since when, why it was not registered, and what is missing.</summary>
/// <param name="LiveSince">Since when it is said to be in use, in UTC; nobody can prove it from this log.</param>
/// <param name="Reason">Why it is registered only now.</param>
/// <param name="Gaps">What a registration in time would have had, each named.</param>
public sealed record RetroactiveRegistration(
    DateTimeOffset LiveSince,
    string Reason,
    IReadOnlyList<RegistrationGap> Gaps
);
