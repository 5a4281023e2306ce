namespace Mlops.Reporting.Checks;

/// <summary>A number that a check rests on.</summary>
/// <param name="Name">Its name, in camel case: <c>effect</c>, <c>driftPValue</c>.</param>
/// <param name="Value">The number, in full; NaN where it is undefined.</param>
public sealed record CheckMeasure(string Name, double Value);
