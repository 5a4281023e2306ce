namespace Mlops.Registry.Risk;

/// <summary>An entry of the risk register: from the hazard to the harm, what is done, and what is left.</summary>
/// <remarks>The layout follows ISO 14971:2019, sections 5.4 to 7.4.</remarks>
public sealed record Hazard
{
    /// <summary>A stable id within the register.</summary>
    public required string Id { get; init; }

    /// <summary>The potential source of harm.</summary>
    public required string Description { get; init; }

    /// <summary>The foreseeable sequence of events that leads to a hazardous situation, misuse included.</summary>
    public required string Situation { get; init; }

    /// <summary>The harm to persons, property or the environment.</summary>
    public required string Harm { get; init; }

    /// <summary>The estimate before controls.</summary>
    public required RiskEstimate Initial { get; init; }

    /// <summary>The controls, in their order of preference.</summary>
    public IReadOnlyList<RiskControl> Controls { get; init; } = [];

    /// <summary>The estimate with the controls; <see langword="null"/> while nobody has made it.</summary>
    public RiskEstimate? Residual { get; init; }

    /// <summary>Why the benefit outweighs a residual risk that is not acceptable.</summary>
    public string? BenefitRiskRationale { get; init; }

    /// <summary>Who answers for it.</summary>
    public string? Owner { get; init; }

    /// <summary>The monitor that would see it happen.</summary>
    public string? Monitor { get; init; }

    /// <summary>How far its treatment has come.</summary>
    public HazardStatus Status { get; init; } = HazardStatus.Open;
}
