namespace Mlops.Registry.Policies;

/// <summary>For how long an approval counts.</summary>
public sealed record ValidityRule
{
    /// <summary>Makes a rule.</summary>
    /// <param name="duration">For how long, above zero and at most 36,525 days.</param>
    /// <param name="mode">What comes of an older approval: enforced, it does not count; otherwise it counts, and the rule says so.</param>
    /// <exception cref="ArgumentException"><paramref name="duration"/> is out of range.</exception>
    public ValidityRule(TimeSpan duration, RuleMode mode = RuleMode.Enforce) =>
        (Duration, Mode) = (PolicyDuration.Checked(duration, nameof(duration))!.Value, mode);

    /// <summary>For how long.</summary>
    public TimeSpan Duration { get; }

    /// <summary>What comes of an older approval.</summary>
    public RuleMode Mode { get; init; }
}
