namespace Mlops.Reporting.Checks;

/// <summary>A fact about a suite of checks that is no check: a digest, a name, a count.</summary>
/// <param name="Name">Its name, in camel case: <c>referenceDigest</c>.</param>
/// <param name="Value">Its text.</param>
public sealed record CheckProperty(string Name, string Value);
