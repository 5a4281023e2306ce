using Mlops.Registry.Governance;
using Mlops.Registry.Stages;

namespace Mlops.Registry.Policies;

/// <summary>That evidence of a kind must be there, and how it must be.</summary>
/// <remarks>
/// <para>Of each kind that the rule names, the latest evidence counts that is not withdrawn: so a later Fail overrides an
/// earlier Pass. Later is what was made later; a document that says nothing of when it was made counts from its attachment.</para>
/// <para>The rule is met when at least one of them is accepted, fresh enough and bound to the version, and none of them has a
/// verdict that is not accepted. For a rule on bound evidence the latest that names the version counts, and a later one that
/// does not name it can speak against it alone.</para>
/// </remarks>
public sealed record EvidenceRule
{
    /// <summary>The longest age that can be asked for: 36,525 days, a century.</summary>
    public static TimeSpan LongestAge => PolicyDuration.Longest;

    /// <summary>Makes a rule.</summary>
    /// <param name="kind">The kind: <c>mlops.drift.report</c>, or all that begin alike: <c>mlops.fairness.*</c>.</param>
    /// <param name="mode">What comes of it when it is not met.</param>
    /// <exception cref="ArgumentException"><paramref name="kind"/> is no kind, nor the beginning of kinds.</exception>
    public EvidenceRule(string kind, RuleMode mode = RuleMode.Enforce)
    {
        EvidenceKinds.ThrowIfNotPattern(kind, nameof(kind));
        (Kind, Mode) = (kind, mode);
    }

    /// <summary>The kind, or the beginning of kinds followed by <c>.*</c>.</summary>
    public string Kind { get; }

    /// <summary>What comes of it when it is not met.</summary>
    public RuleMode Mode { get; init; }

    /// <summary>How old it may be; <see langword="null"/> for any age.</summary>
    /// <value><see langword="null"/> unless set; above zero, at most <see cref="LongestAge"/>.</value>
    public TimeSpan? MaximumAge
    {
        get;
        init => field = PolicyDuration.Checked(value, nameof(MaximumAge));
    }

    /// <summary>The verdicts that are accepted.</summary>
    /// <value>Pass alone, unless set.</value>
    /// <exception cref="ArgumentException">It is empty, or names a verdict twice.</exception>
    public IReadOnlyList<Verdict> Verdicts
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Verdicts));
            field =
                value.Count > 0 && value.Distinct().Count() == value.Count
                    ? Array.AsReadOnly([.. value.Order()])
                    : throw new ArgumentException(
                        "At least one verdict must be accepted, each named once: Pass is the usual one.",
                        nameof(Verdicts)
                    );
        }
    } = Array.AsReadOnly([Verdict.Pass]);

    /// <summary>Whether its subjects must name the version: a data set of its lineage, the root of its artifacts, or its definition, by digest.</summary>
    public bool IsBound { get; init; }

    /// <summary>The stages before which it is judged.</summary>
    /// <value>Approved and Active, unless set.</value>
    /// <exception cref="ArgumentException">It is empty, names a stage twice, or one before which no policy judges.</exception>
    public IReadOnlyList<Stage> At
    {
        get;
        init => field = JudgedStages.Checked(value, nameof(At));
    } = JudgedStages.Usual;

    /// <summary>The rule's id: <c>evidence.mlops.drift.report</c>.</summary>
    public string Id => $"evidence.{Kind}";
}
