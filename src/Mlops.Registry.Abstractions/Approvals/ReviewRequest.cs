namespace Mlops.Registry.Approvals;

/// <summary>A request to decide on a version.</summary>
/// <param name="By">Who asked.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Reason">What is asked for, and why now.</param>
public sealed record ReviewRequest(string By, DateTimeOffset At, string Reason);
