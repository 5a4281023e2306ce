namespace Mlops.Registry.Audit;

/// <summary>That somebody read something (HIPAA, 45 CFR 164.312(b): record and examine activity).</summary>
/// <param name="Principal">Who.</param>
/// <param name="Operation">The operation: <c>get-version</c>.</param>
/// <param name="Subject">What: <c>credit@7</c>.</param>
/// <param name="At">When, in UTC.</param>
public sealed record AccessRecord(string Principal, string Operation, string Subject, DateTimeOffset At);
