using Mlops.Serialization;

namespace Mlops.Registry.Policies;

/// <summary>What one rule of a policy said.</summary>
/// <param name="Rule">The rule's id: <c>evidence.mlops.drift.report</c>, <c>approvals.validator</c>, <c>separation-of-duties</c>.</param>
/// <param name="Mode">What comes of it when it is not met.</param>
/// <param name="Outcome">Whether it is met.</param>
/// <param name="Message">Why, and what would meet it.</param>
/// <param name="Evidence">The digests of the evidence it rests on.</param>
public sealed record RuleResult(
    string Rule,
    RuleMode Mode,
    RuleOutcome Outcome,
    string Message,
    IReadOnlyList<ContentDigest> Evidence
);
