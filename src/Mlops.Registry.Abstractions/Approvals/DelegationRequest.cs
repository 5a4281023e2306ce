namespace Mlops.Registry.Approvals;

/// <summary>A role to be delegated.</summary>
/// <param name="To">Who receives it.</param>
/// <param name="Role">The role; the caller must hold it themselves.</param>
/// <param name="End">Until when, exclusive, in UTC; at most 90 days from its start.</param>
/// <param name="Reason">Why.</param>
public sealed record DelegationRequest(string To, string Role, DateTimeOffset End, string Reason)
{
    /// <summary>The longest a delegation may last: 90 days.</summary>
    public static TimeSpan MaximumDuration { get; } = TimeSpan.FromDays(90);

    /// <summary>From when, in UTC; at once when left out.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>The only model it is for; all when left out.</summary>
    public string? Model { get; init; }
}
