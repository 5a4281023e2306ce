namespace Mlops.Drift.Presets;

/// <summary>What the columns come to.</summary>
/// <param name="Verdict">Fail for drift.</param>
/// <param name="Sentence">By which rule, in one sentence.</param>
internal readonly record struct PresetDecision(Verdict Verdict, string Sentence);
