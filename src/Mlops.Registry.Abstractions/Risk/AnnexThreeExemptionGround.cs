namespace Mlops.Registry.Risk;

/// <summary>The conditions under which a use in an area of Annex III is not high-risk.</summary>
/// <remarks>Reference: Regulation (EU) 2024/1689, article 6(3), points (a) to (d).</remarks>
public enum AnnexThreeExemptionGround
{
    /// <summary>(a) It performs a narrow procedural task.</summary>
    NarrowProceduralTask = 1,

    /// <summary>(b) It improves the result of a human activity that was completed before.</summary>
    ImprovesCompletedActivity = 2,

    /// <summary>(c) It detects patterns of decisions or deviations from them, and replaces no human assessment.</summary>
    DetectsDecisionPatterns = 3,

    /// <summary>(d) It performs a task that prepares an assessment.</summary>
    PreparatoryTask = 4,
}
