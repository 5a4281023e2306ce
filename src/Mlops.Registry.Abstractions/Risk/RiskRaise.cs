namespace Mlops.Registry.Risk;

/// <summary>A reason that demands a tier whatever the score.</summary>
/// <param name="Minimum">The least tier it demands.</param>
/// <param name="Raised">Whether the tier is higher for it than the score alone makes it.</param>
/// <param name="Reason">One sentence: what demands it, and by which text.</param>
public sealed record RiskRaise(RiskTier Minimum, bool Raised, string Reason);
