namespace Mlops.Registry.Policies;

/// <summary>How many people must approve in a role.</summary>
public sealed record ApprovalRule
{
    /// <summary>The most people that one rule may ask for: 20.</summary>
    public const int MaximumCount = 20;

    /// <summary>Makes a rule.</summary>
    /// <param name="role">The role, as the host's claims name it.</param>
    /// <param name="count">How many different people, from 1 to <see cref="MaximumCount"/>.</param>
    /// <param name="mode">What comes of it when it is not met.</param>
    /// <exception cref="ArgumentException"><paramref name="role"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is out of range.</exception>
    public ApprovalRule(string role, int count = 1, RuleMode mode = RuleMode.Enforce)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(role);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaximumCount);
        (Role, Count, Mode) = (role, count, mode);
    }

    /// <summary>The role.</summary>
    public string Role { get; }

    /// <summary>How many different people.</summary>
    public int Count { get; }

    /// <summary>What comes of it when it is not met.</summary>
    public RuleMode Mode { get; init; }

    /// <summary>The rule's id: <c>approvals.validator</c>.</summary>
    public string Id => $"approvals.{Role}";
}
