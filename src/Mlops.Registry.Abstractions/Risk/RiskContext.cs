namespace Mlops.Registry.Risk;

/// <summary>What a model is used for and with, as far as it sets a floor under the tier.</summary>
public sealed record RiskContext
{
    /// <summary>Whether individually identifiable health information is used (45 CFR 160.103).</summary>
    public bool UsesHealthData { get; init; }

    /// <summary>Whether it profiles natural persons: evaluates aspects of them by automated means (GDPR, article 4(4)).</summary>
    public bool ProfilesNaturalPersons { get; init; }

    /// <summary>The uses that Annex III of the EU AI Act calls high-risk.</summary>
    public IReadOnlyList<AnnexThreeArea> AnnexThreeUses { get; init; } = [];

    /// <summary>The declared exceptions by article 6(3), one an area.</summary>
    public IReadOnlyList<AnnexThreeExemption> Exemptions { get; init; } = [];

    /// <summary>Prohibited practices. Any one is a refusal.</summary>
    public IReadOnlyList<ProhibitedPractice> ProhibitedPractices { get; init; } = [];
}
