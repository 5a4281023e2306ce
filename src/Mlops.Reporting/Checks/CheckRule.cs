namespace Mlops.Reporting.Checks;

/// <summary>What is checked: one question that is asked of many subjects.</summary>
/// <param name="Id">A stable, lower-case identifier with slashes between its parts: <c>drift/missingness</c>.</param>
/// <param name="Summary">What is asked, in one sentence.</param>
/// <param name="Help">What a failure means and what to do about it; empty for nothing to add.</param>
public sealed record CheckRule(string Id, string Summary, string Help = "");
