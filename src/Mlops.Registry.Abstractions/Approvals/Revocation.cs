namespace Mlops.Registry.Approvals;

/// <summary>That an approval or a delegation was taken back.</summary>
/// <param name="By">By whom.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Reason">Why.</param>
public sealed record Revocation(string By, DateTimeOffset At, string Reason);
