namespace Mlops.Registry.Risk;

/// <summary>What is done against a hazard.</summary>
/// <param name="Kind">The kind of control.</param>
/// <param name="Description">What it is.</param>
/// <param name="Verification">How it was checked that it is in place and works; <see langword="null"/> where it was not.</param>
public sealed record RiskControl(RiskControlKind Kind, string Description, string? Verification = null);
