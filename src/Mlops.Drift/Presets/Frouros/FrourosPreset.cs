namespace Mlops.Drift.Presets.Frouros;

/// <summary>Drift as the batch detectors of frouros 0.9 measure it, a column at a time.</summary>
/// <remarks>
/// frouros gives numbers and leaves the decision to its user, so no method has a threshold until one is set; then a p-value below it, or a distance above it, is drift, and the
/// verdict is Fail when any column drifts. The defaults are ours: <c>KSTest</c> for numbers, <c>ChiSquareTest</c> for categories. Missing values are left out, which frouros
/// does not do.
/// </remarks>
public sealed record FrourosPreset : DriftPreset
{
    internal FrourosPreset()
        : base("frouros", "frouros", "0.9", FrourosCatalogue.All) { }

    internal override PresetMethod DefaultMethod(PresetColumnPair pair) =>
        pair.IsNumber ? FrourosCatalogue.KolmogorovSmirnov : FrourosCatalogue.ChiSquare;

    internal override PresetDecision Decide(IReadOnlyList<PresetColumn> columns) =>
        PresetDecisions.AnyAboveThreshold(columns);
}
