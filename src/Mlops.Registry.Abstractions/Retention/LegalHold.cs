namespace Mlops.Registry.Retention;

/// <summary>An order to keep a record, whatever its periods say.</summary>
/// <param name="Matter">The proceeding or investigation, by its reference; one hold a matter.</param>
/// <param name="Reason">Why the record bears on it.</param>
/// <param name="PlacedBy">Who ordered it.</param>
/// <param name="PlacedAt">When.</param>
/// <param name="ReleasedBy">Who lifted it; <see langword="null"/> while it stands.</param>
/// <param name="ReleasedAt">When it was lifted; <see langword="null"/> while it stands.</param>
public sealed record LegalHold(
    string Matter,
    string Reason,
    string PlacedBy,
    DateTimeOffset PlacedAt,
    string? ReleasedBy = null,
    DateTimeOffset? ReleasedAt = null
)
{
    /// <summary>Whether the hold stands at a moment.</summary>
    /// <param name="now">The moment.</param>
    /// <returns>Whether it is not lifted by then; a hold whose time is still to come stands already.</returns>
    public bool StandsAt(DateTimeOffset now) => ReleasedAt is not { } released || released > now;

    /// <inheritdoc/>
    public override string ToString() =>
        FormattableString.Invariant($"{Matter}, placed by {PlacedBy} on {PlacedAt.UtcDateTime:yyyy-MM-dd}: {Reason}");
}
