namespace Mlops.Registry.Risk;

/// <summary>The rule from declared factors to a tier: a sum in bands, a combination that is high, and floors.</summary>
/// <remarks>
/// <para>Low is 1 point, medium 2, high 3. The default: a sum of 4 is low, 5 to 8 moderate, 9 to 12 high; data sensitivity and
/// business impact both high is high; health data and uses of the EU AI Act's Annex III are high.</para>
/// <para>Monotone: raising a factor, or adding to the context, never lowers the tier, whatever the bands; an exemption by article
/// 6(3), which is declared and reasoned, is what can.</para>
/// <para>The bands are this SDK's; a house that has its own gives them a rule id of its own.</para>
/// </remarks>
public sealed record RiskRule
{
    /// <summary>The default rule.</summary>
    public static RiskRule Default { get; } = new();

    /// <summary>A stable name of the rule, stored with every assessment.</summary>
    /// <value><c>mlops.risk.sum</c> by default.</value>
    public string Id { get; init; } = "mlops.risk.sum";

    /// <summary>The rule's version, from 1; a rule that changes gets the next one.</summary>
    /// <value>1 by default.</value>
    public int Version { get; init; } = 1;

    /// <summary>The least sum that is moderate.</summary>
    /// <value>5 by default.</value>
    public int ModerateFrom { get; init; } = 5;

    /// <summary>The least sum that is high; at least <see cref="ModerateFrom"/>.</summary>
    /// <value>9 by default.</value>
    public int HighFrom { get; init; } = 9;

    /// <summary>The factors that make the tier high when all of them are high; empty for none.</summary>
    /// <value>Data sensitivity and business impact by default.</value>
    public IReadOnlyList<RiskFactorName> HighTogether { get; init; } =
    [RiskFactorName.DataSensitivity, RiskFactorName.BusinessImpact];

    /// <summary>The floors.</summary>
    /// <value>Health data and Annex III by default.</value>
    public IReadOnlyList<RiskFloor> Floors { get; init; } = [RiskFloor.HealthData, RiskFloor.AnnexThree];

    /// <summary>Assesses a model.</summary>
    /// <param name="factors">The declared factors.</param>
    /// <param name="context">What it is used for and with; <see langword="null"/> for nothing that sets a floor.</param>
    /// <returns>The tier with everything that led to it, or a refusal.</returns>
    /// <exception cref="ArgumentException">A level, an area or a practice is none of its enumeration; the message names it.</exception>
    /// <exception cref="InvalidOperationException">The bands are not in order, or factors stand together that the rule has
    /// not.</exception>
    public RiskAssessment Assess(RiskFactors factors, RiskContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(factors);
        if (HighFrom < ModerateFrom)
        {
            throw new InvalidOperationException(
                FormattableString.Invariant(
                    $"The rule '{Id}' is high from {HighFrom} and moderate from {ModerateFrom}; high must not begin first."
                )
            );
        }

        if (HighTogether.Any(name => name is < RiskFactorName.DataSensitivity or > RiskFactorName.DeploymentScope))
        {
            throw new InvalidOperationException($"The rule '{Id}' wants a factor high that is none of its four.");
        }

        return new RiskScale
        {
            RuleId = Id,
            RuleVersion = Version,
            ModerateFrom = ModerateFrom,
            HighFrom = HighFrom,
            HighTogether = HighTogether,
            Floors = Floors,
        }.Assess(
            [
                (RiskFactorName.DataSensitivity, factors.DataSensitivity),
                (RiskFactorName.BusinessImpact, factors.BusinessImpact),
                (RiskFactorName.ModelComplexity, factors.ModelComplexity),
                (RiskFactorName.DeploymentScope, factors.DeploymentScope),
            ],
            context ?? new RiskContext()
        );
    }
}
