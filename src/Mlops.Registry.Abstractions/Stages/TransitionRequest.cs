namespace Mlops.Registry.Stages;

/// <summary>A step to another stage.</summary>
/// <param name="To">The stage to go to.</param>
/// <param name="Reason">Why.</param>
public sealed record TransitionRequest(Stage To, string Reason)
{
    /// <summary>The ticket in the organisation's own system.</summary>
    public string? Ticket { get; init; }

    /// <summary>The revision of the version that the caller saw; <see langword="null"/> to move what is there.</summary>
    public long? ExpectedRevision { get; init; }

    /// <summary>Whether other active versions of the model stay active, as in a canary; otherwise they become <see cref="Stage.Superseded"/> in the same commit.</summary>
    public bool KeepOthersActive { get; init; }

    /// <summary>The alias that moves to the version when it becomes active, in the same commit; none when left out.</summary>
    public string? Alias { get; init; }
}
