namespace Mlops.Registry.Risk;

/// <summary>A tier below which a model can't be, given what it is used for.</summary>
/// <param name="Trigger">What sets the floor.</param>
/// <param name="Minimum">The least tier.</param>
/// <param name="Basis">The text behind it.</param>
/// <param name="ObligationsFrom">From when the obligations of that text apply; <see langword="null"/> where they do. The floor
/// holds before that as well, so that nothing is approved today that fails then.</param>
public sealed record RiskFloor(
    RiskTrigger Trigger,
    RiskTier Minimum,
    string Basis,
    DateTimeOffset? ObligationsFrom = null
)
{
    /// <summary>Health data: at least high.</summary>
    public static RiskFloor HealthData { get; } =
        new(RiskTrigger.HealthData, RiskTier.High, "HIPAA, 45 CFR 160.103 and 164.306");

    /// <summary>Uses of Annex III: high. The obligations apply from 2027-12-02, as the Digital Omnibus of 2026 has moved them.</summary>
    public static RiskFloor AnnexThree { get; } =
        new(
            RiskTrigger.AnnexThreeUse,
            RiskTier.High,
            "Regulation (EU) 2024/1689, article 6(2) and Annex III",
            new DateTimeOffset(2027, 12, 2, 0, 0, 0, TimeSpan.Zero)
        );
}
