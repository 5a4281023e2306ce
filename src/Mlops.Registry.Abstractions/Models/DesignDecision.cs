namespace Mlops.Registry.Models;

/// <summary>Why something is as it is: this feature, this algorithm, this setting (EU AI Act, Annex IV, 2(b)).</summary>
/// <param name="Kind">What was decided about.</param>
/// <param name="Subject">The thing: a feature's name, a parameter.</param>
/// <param name="Choice">What was chosen.</param>
/// <param name="Reason">Why.</param>
/// <param name="Alternatives">What else was considered.</param>
/// <param name="DecidedBy">Who decided; the registry fills it in.</param>
/// <param name="DecidedAt">When, in UTC; the registry fills it in.</param>
public sealed record DesignDecision(
    DecisionKind Kind,
    string Subject,
    string Choice,
    string Reason,
    IReadOnlyList<string> Alternatives,
    string DecidedBy = "",
    DateTimeOffset DecidedAt = default
);
