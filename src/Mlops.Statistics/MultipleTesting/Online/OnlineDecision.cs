namespace Mlops.Statistics.MultipleTesting.Online;

/// <summary>The decision on one hypothesis of a sequence.</summary>
/// <param name="Index">Which hypothesis of the sequence, from 1.</param>
/// <param name="Value">The p-value or e-value it was decided by.</param>
/// <param name="Level">The level α that it was tested at: rejected is p ≤ α, or e ≥ 1/α.</param>
/// <param name="IsRejected">Whether the hypothesis is rejected: a discovery.</param>
public sealed record OnlineDecision(long Index, double Value, double Level, bool IsRejected);
