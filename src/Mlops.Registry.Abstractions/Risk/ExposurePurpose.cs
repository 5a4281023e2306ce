namespace Mlops.Registry.Risk;

/// <summary>Materiality of a model by its exposure and its purpose, as SR 26-2 has them.</summary>
/// <remarks>
/// <para>The guidance (SR 26-2 and OCC Bulletin 2026-13, 2026-04-17, in the place of SR 11-7) sets tiers by model exposure and
/// model purpose, by principles and without numbers. The bands here are this SDK's: low is 1, medium 2, high 3; a sum of 2 is
/// low, 3 and 4 moderate, 5 and 6 high. The guidance leaves out simple arithmetic, deterministic rules, and generative and
/// agentic AI; those need another rule.</para>
/// <para>Monotone: raising either never lowers the tier.</para>
/// </remarks>
public sealed record ExposurePurpose
{
    /// <summary>The rule with the default floors.</summary>
    public static ExposurePurpose Default { get; } = new();

    /// <summary>A stable name of the rule, stored with every assessment.</summary>
    /// <value><c>mlops.risk.exposure_purpose</c> by default.</value>
    public string Id { get; init; } = "mlops.risk.exposure_purpose";

    /// <summary>The rule's version, from 1.</summary>
    /// <value>1 by default.</value>
    public int Version { get; init; } = 1;

    /// <summary>The floors.</summary>
    /// <value>Health data and Annex III by default.</value>
    public IReadOnlyList<RiskFloor> Floors { get; init; } = [RiskFloor.HealthData, RiskFloor.AnnexThree];

    /// <summary>Assesses a model.</summary>
    /// <param name="exposure">How much depends on the model: balances, customers, decisions.</param>
    /// <param name="purpose">What it is used for: from internal insight to regulatory capital and decisions on customers.</param>
    /// <param name="context">What sets floors; <see langword="null"/> for nothing.</param>
    /// <returns>The tier with everything that led to it, or a refusal.</returns>
    /// <exception cref="ArgumentException">A level, an area or a practice is none of its enumeration; the message names it.</exception>
    public RiskAssessment Assess(RiskFactor exposure, RiskFactor purpose, RiskContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(exposure);
        ArgumentNullException.ThrowIfNull(purpose);
        return new RiskScale
        {
            RuleId = Id,
            RuleVersion = Version,
            ModerateFrom = 3,
            HighFrom = 5,
            Floors = Floors,
        }.Assess(
            [(RiskFactorName.ModelExposure, exposure), (RiskFactorName.ModelPurpose, purpose)],
            context ?? new RiskContext()
        );
    }
}
