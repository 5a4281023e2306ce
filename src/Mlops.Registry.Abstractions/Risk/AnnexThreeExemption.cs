namespace Mlops.Registry.Risk;

/// <summary>The provider's declared and reasoned view that a use in an area of Annex III is not high-risk.</summary>
/// <param name="Area">The area that it is about.</param>
/// <param name="Ground">The condition that holds.</param>
/// <param name="Reason">Why it holds: the assessment that article 6(4) wants documented before the market.</param>
/// <param name="DeclaredBy">Who declares it.</param>
/// <param name="DeclaredAt">When.</param>
/// <remarks>A system that profiles natural persons is never exempt (article 6(3), last sentence).</remarks>
public sealed record AnnexThreeExemption(
    AnnexThreeArea Area,
    AnnexThreeExemptionGround Ground,
    string Reason,
    string DeclaredBy,
    DateTimeOffset DeclaredAt
);
