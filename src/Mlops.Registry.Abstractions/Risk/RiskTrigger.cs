namespace Mlops.Registry.Risk;

/// <summary>What sets a floor under the tier.</summary>
public enum RiskTrigger
{
    /// <summary>Individually identifiable health information is used.</summary>
    HealthData = 1,

    /// <summary>A use in an area of the EU AI Act's Annex III that is not exempt.</summary>
    AnnexThreeUse = 2,
}
