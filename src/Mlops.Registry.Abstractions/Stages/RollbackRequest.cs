namespace Mlops.Registry.Stages;

/// <summary>A rollback: from the active version to the last one before it whose approval still stands.</summary>
/// <param name="Reason">Why.</param>
public sealed record RollbackRequest(string Reason)
{
    /// <summary>The ticket in the organisation's own system.</summary>
    public string? Ticket { get; init; }

    /// <summary>The alias that moves along, for which the right to roll back suffices; none when left out.</summary>
    public string? Alias { get; init; }

    /// <summary>The number of the active version to leave; may be left out when there is only one.</summary>
    public int? FromNumber { get; init; }
}
