namespace Mlops.Registry.Retention;

/// <summary>A class as it applies to one record.</summary>
/// <param name="Class">The class.</param>
/// <param name="StartedAt">When the event was from which it runs; <see langword="null"/> while it has not been: then the end is
/// not known, and nothing may go.</param>
public sealed record RetentionPeriod(RetentionClass Class, DateTimeOffset? StartedAt);
