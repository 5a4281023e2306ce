namespace Mlops.Registry.Risk;

/// <summary>The part that the rules share: points, bands, combinations, floors, and what would change the tier.</summary>
internal sealed class RiskScale
{
    private static readonly FactorLevel[] Levels = [FactorLevel.Low, FactorLevel.Medium, FactorLevel.High];

    public required string RuleId { get; init; }

    public required int RuleVersion { get; init; }

    public required int ModerateFrom { get; init; }

    public required int HighFrom { get; init; }

    public IReadOnlyList<RiskFactorName> HighTogether { get; init; } = [];

    public required IReadOnlyList<RiskFloor> Floors { get; init; }

    public RiskAssessment Assess(IReadOnlyList<(RiskFactorName Name, RiskFactor Factor)> factors, RiskContext context)
    {
        foreach (var (name, factor) in factors)
        {
            ArgumentNullException.ThrowIfNull(factor, name.ToString());
            if (!Enum.IsDefined(factor.Level))
            {
                throw new ArgumentException(
                    $"The factor '{RiskWords.Of(name)}' has the level {factor.Level}; low, medium or high is wanted.",
                    nameof(factors)
                );
            }
        }

        var levels = factors.ToDictionary(factor => factor.Name, factor => factor.Factor.Level);
        var (floors, notes) = RiskFloors.Demanded(Floors, context);
        var score = levels.Values.Sum(level => (int)level);
        var scoreTier = Band(score);
        var tier = Tier(levels, floors);
        var raises = new List<RiskRaise>();
        if (IsTogether(levels))
        {
            var together = string.Join(" and ", HighTogether.Select(RiskWords.Of));
            raises.Add(
                new RiskRaise(RiskTier.High, scoreTier < RiskTier.High, $"It is high because {together} are both high.")
            );
        }

        raises.AddRange(floors.Select(floor => floor with { Raised = floor.Minimum > scoreTier }));
        var refusals = context.ProhibitedPractices.Distinct().Select(RiskFloors.Refusal).ToArray();
        return new RiskAssessment
        {
            RuleId = RuleId,
            RuleVersion = RuleVersion,
            Score = score,
            ScoreTier = scoreTier,
            Tier = refusals.Length > 0 ? null : tier,
            Contributions =
            [
                .. factors.Select(part => new RiskContribution(
                    part.Name,
                    part.Factor.Level,
                    (int)part.Factor.Level,
                    part.Factor.Rationale
                )),
            ],
            Raises = raises,
            Refusals = refusals,
            Notes = notes,
            Alternatives = refusals.Length > 0 ? [] : Alternatives(factors, levels, floors, tier),
        };
    }

    private static RiskTier Max(RiskTier left, RiskTier right) => left > right ? left : right;

    private List<string> Alternatives(
        IReadOnlyList<(RiskFactorName Name, RiskFactor Factor)> factors,
        Dictionary<RiskFactorName, FactorLevel> levels,
        IReadOnlyList<RiskRaise> floors,
        RiskTier tier
    )
    {
        var sentences = new List<string>();
        foreach (var (name, factor) in factors)
        {
            // The smallest change of this factor down, and up, that changes the tier.
            var changes = Levels
                .Where(level => level != factor.Level)
                .OrderBy(level => Math.Abs(level - factor.Level))
                .Select(level => (Level: level, Tier: Tier(new(levels) { [name] = level }, floors)))
                .Where(change => change.Tier != tier)
                .DistinctBy(change => change.Level < factor.Level);
            sentences.AddRange(
                changes.Select(change =>
                    $"With {RiskWords.Of(name)} {RiskWords.Of(change.Level)} instead of {RiskWords.Of(factor.Level)} it would be {RiskWords.Of(change.Tier)}."
                )
            );
        }

        var withoutFloors = Tier(levels, []);
        if (withoutFloors < tier)
        {
            var which = floors.Count == 1 ? "the floor" : "all floors";
            sentences.Add(
                $"Without {which} it would be {RiskWords.Of(withoutFloors)}; while one stands, no factor lowers it."
            );
        }
        else if (sentences.Count == 0)
        {
            sentences.Add("No change of a single factor changes it.");
        }

        return sentences;
    }

    private RiskTier Tier(Dictionary<RiskFactorName, FactorLevel> levels, IReadOnlyList<RiskRaise> floors)
    {
        var tier = IsTogether(levels) ? RiskTier.High : Band(levels.Values.Sum(level => (int)level));
        return floors.Aggregate(tier, (highest, floor) => Max(highest, floor.Minimum));
    }

    private RiskTier Band(int score) =>
        score >= HighFrom ? RiskTier.High
        : score >= ModerateFrom ? RiskTier.Moderate
        : RiskTier.Low;

    private bool IsTogether(Dictionary<RiskFactorName, FactorLevel> levels) =>
        HighTogether.Count > 0 && HighTogether.All(name => levels[name] == FactorLevel.High);
}
