namespace Mlops.Registry.Testing;

/// <summary>What came of a case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Violation">What was broken; <see langword="null"/> when nothing was.</param>
public sealed record ContractResult(
    ContractCase Case,
    ContractOutcome Outcome,
    TimeSpan Elapsed,
    ContractViolationException? Violation
);
