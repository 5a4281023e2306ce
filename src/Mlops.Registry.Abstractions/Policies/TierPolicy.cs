using System.Collections.ObjectModel;

namespace Mlops.Registry.Policies;

/// <summary>What a policy asks of the versions of one risk tier.</summary>
/// <remarks>A rule that is left out asks nothing. Immutable; lists are copied and checked when they are set.</remarks>
public sealed record TierPolicy
{
    /// <summary>What must be there besides evidence and approvals.</summary>
    /// <exception cref="ArgumentException">A requirement stands twice.</exception>
    public IReadOnlyList<RequirementRule> Requirements
    {
        get;
        init => field = Checked(value, rule => rule.Id, nameof(Requirements));
    } = [];

    /// <summary>Which evidence must be there.</summary>
    /// <exception cref="ArgumentException">Two rules name one kind.</exception>
    public IReadOnlyList<EvidenceRule> Evidence
    {
        get;
        init => field = Checked(value, rule => rule.Id, nameof(Evidence));
    } = [];

    /// <summary>In which roles people must approve, and how many. Judged before Approved, Staged and Active.</summary>
    /// <exception cref="ArgumentException">Two rules name one role.</exception>
    public IReadOnlyList<ApprovalRule> Approvals
    {
        get;
        init => field = Checked(value, rule => rule.Id, nameof(Approvals));
    } = [];

    /// <summary>Whether one person may count in one role only.</summary>
    /// <value><see langword="true"/> unless set. Within a role people are always different.</value>
    public bool DistinctApprovers { get; init; } = true;

    /// <summary>That who had a hand in a version can't approve it; <see langword="null"/> for no such rule.</summary>
    /// <remarks>Enforced, an approval by the author or a contributor, or in a role that one of them delegated, does not count.</remarks>
    public RuleMode? SeparationOfDuties { get; init; }

    /// <summary>That who approved a version does not make it active as well; <see langword="null"/> for no such rule.</summary>
    /// <remarks>Enforced, the approval of who activates does not count for that activation.</remarks>
    public RuleMode? SeparationOfActivation { get; init; }

    /// <summary>For how long an approval counts; <see langword="null"/> for as long as it says itself.</summary>
    public ValidityRule? ApprovalValidity { get; init; }

    /// <summary>How often a version must be reviewed again; <see langword="null"/> for never.</summary>
    public ReviewRule? Review { get; init; }

    /// <summary>The same rules, each in one mode.</summary>
    /// <param name="mode">The mode.</param>
    public TierPolicy WithMode(RuleMode mode) =>
        this with
        {
            Requirements = [.. Requirements.Select(rule => rule with { Mode = mode })],
            Evidence = [.. Evidence.Select(rule => rule with { Mode = mode })],
            Approvals = [.. Approvals.Select(rule => rule with { Mode = mode })],
            SeparationOfDuties = SeparationOfDuties is null ? null : mode,
            SeparationOfActivation = SeparationOfActivation is null ? null : mode,
            ApprovalValidity = ApprovalValidity is null ? null : ApprovalValidity with { Mode = mode },
            Review = Review is null ? null : Review with { Mode = mode },
        };

    private static ReadOnlyCollection<T> Checked<T>(IReadOnlyList<T> rules, Func<T, string> id, string name)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(rules, name);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var position = 0; position < rules.Count; position++)
        {
            var rule =
                rules[position] ?? throw new ArgumentException($"The rule at position {position} is null.", name);
            if (!seen.TryAdd(id(rule), position))
            {
                throw new ArgumentException(
                    $"The rules at positions {seen[id(rule)]} and {position} are both '{id(rule)}'; make one of them.",
                    name
                );
            }
        }

        return Array.AsReadOnly([.. rules]);
    }
}
