namespace Mlops.Registry.Policies;

/// <summary>How often a version must be reviewed again.</summary>
/// <remarks>It counts from the last approval that counts; for a version registered after the fact and not approved yet, from when it is said to be in use.</remarks>
public sealed record ReviewRule
{
    /// <summary>Makes a rule.</summary>
    /// <param name="every">How often, above zero and at most 36,525 days.</param>
    /// <param name="mode">What comes of a review that is overdue: enforced, the version can't be staged or become active again.</param>
    /// <exception cref="ArgumentException"><paramref name="every"/> is out of range.</exception>
    public ReviewRule(TimeSpan every, RuleMode mode = RuleMode.Enforce) =>
        (Every, Mode) = (PolicyDuration.Checked(every, nameof(every))!.Value, mode);

    /// <summary>How often.</summary>
    public TimeSpan Every { get; }

    /// <summary>What comes of a review that is overdue.</summary>
    public RuleMode Mode { get; init; }
}
