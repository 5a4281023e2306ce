using System.Text.Json.Serialization;

namespace Mlops.Registry.Risk;

/// <summary>The tier of a model, with everything that led to it.</summary>
/// <remarks>It has plain properties alone, so that it can be stored and read again as it is.</remarks>
public sealed record RiskAssessment
{
    /// <summary>The id of the rule that was applied.</summary>
    public required string RuleId { get; init; }

    /// <summary>The version of the rule.</summary>
    public required int RuleVersion { get; init; }

    /// <summary>The sum of the points.</summary>
    public required int Score { get; init; }

    /// <summary>The tier by the score alone.</summary>
    public required RiskTier ScoreTier { get; init; }

    /// <summary>The tier; <see langword="null"/> where the use is prohibited, since no tier allows it.</summary>
    public RiskTier? Tier { get; init; }

    /// <summary>What each factor gave.</summary>
    public required IReadOnlyList<RiskContribution> Contributions { get; init; }

    /// <summary>What demands a tier whatever the score: combinations of factors, and floors.</summary>
    public IReadOnlyList<RiskRaise> Raises { get; init; } = [];

    /// <summary>Why the use is refused, a sentence for each prohibited practice; empty where it is not.</summary>
    public IReadOnlyList<string> Refusals { get; init; } = [];

    /// <summary>Exemptions that were counted or passed over, and why.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What would change the tier: sentences about one change each.</summary>
    public IReadOnlyList<string> Alternatives { get; init; } = [];

    /// <summary>Whether the use is prohibited.</summary>
    [JsonIgnore]
    public bool IsRefused => Refusals.Count > 0;

    /// <summary>Explains the tier: why it is this one, and what would change it.</summary>
    /// <returns>Sentences, one a line.</returns>
    public string Explain()
    {
        var lines = new List<string>(Refusals);
        if (Tier is { } tier)
        {
            lines.Add($"The tier is {RiskWords.Of(tier)}.");
        }

        var points = Contributions.Select(part =>
            FormattableString.Invariant(
                $"{RiskWords.Of(part.Factor)} {RiskWords.Of(part.Level)} ({part.Points}{(part.Rationale is { } why ? ": " + why : "")})"
            )
        );
        lines.Add(
            FormattableString.Invariant(
                $"The score is {Score}: {string.Join(", ", points)}; by score alone it is {RiskWords.Of(ScoreTier)}."
            )
        );
        lines.AddRange(Raises.Select(raise => raise.Reason));
        lines.AddRange(Notes);
        lines.AddRange(Alternatives);
        lines.Add(FormattableString.Invariant($"Rule: {RuleId}, version {RuleVersion}."));
        return string.Join('\n', lines);
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var by = FormattableString.Invariant($"score {Score}, {RuleId} version {RuleVersion}");
        return Tier is { } tier ? $"{RiskWords.Of(tier)} ({by})" : $"refused: a prohibited use ({by})";
    }
}
