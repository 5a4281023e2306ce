namespace Mlops.Registry.Models;

/// <summary>Something that is missing from a version registered after the fact.</summary>
/// <param name="Code">A stable name: <c>artifacts</c>, <c>signature</c>, <c>training-data</c>, <c>code</c>, <c>risk</c>, <c>evidence</c>, <c>approval</c>.</param>
/// <param name="Message">What is missing, and what would close the gap.</param>
public sealed record RegistrationGap(string Code, string Message);
