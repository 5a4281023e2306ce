namespace Mlops.Registry.Retention;

/// <summary>The periods and holds of one record, and whether it may be disposed of.</summary>
/// <remarks>
/// A hold always wins. Of several periods the longest wins, and one that has not begun, or has no end, is longer than any other.
/// A record without any class may not go either: nobody has said how long it must be kept.
/// </remarks>
public sealed record RetentionState
{
    /// <summary>The classes that apply, with when each began.</summary>
    public IReadOnlyList<RetentionPeriod> Periods { get; init; } = [];

    /// <summary>All holds, those that were lifted included.</summary>
    public IReadOnlyList<LegalHold> Holds { get; init; } = [];

    /// <summary>Decides whether the record may be disposed of.</summary>
    /// <param name="now">The moment.</param>
    public RetentionDecision CanDispose(DateTimeOffset now)
    {
        var (earliest, periods) = Earliest();
        LegalHold[] holds = [.. Holds.Where(hold => hold.StandsAt(now))];
        if (holds.Length > 0)
        {
            return new RetentionDecision(
                false,
                $"It is under legal hold: {string.Join("; ", holds.AsEnumerable())}.",
                earliest,
                holds
            );
        }

        return earliest is { } end && end <= now
            ? new RetentionDecision(true, $"It may be disposed of: {periods}", earliest, [])
            : new RetentionDecision(false, $"It must be kept: {periods}", earliest, []);
    }

    /// <summary>Places a hold.</summary>
    /// <param name="hold">The hold, of a matter that has none standing, and itself not lifted.</param>
    /// <returns>The state with it.</returns>
    /// <exception cref="ArgumentException">The matter has a standing hold, the hold is lifted already, or does not say which
    /// matter, why and who.</exception>
    public RetentionState WithHold(LegalHold hold)
    {
        ArgumentNullException.ThrowIfNull(hold);
        ArgumentException.ThrowIfNullOrWhiteSpace(hold.Matter);
        ArgumentException.ThrowIfNullOrWhiteSpace(hold.Reason);
        ArgumentException.ThrowIfNullOrWhiteSpace(hold.PlacedBy);
        if (hold.ReleasedAt is not null)
        {
            throw new ArgumentException($"The hold of '{hold.Matter}' is lifted already.", nameof(hold));
        }

        if (Standing(hold.Matter) >= 0)
        {
            throw new ArgumentException($"'{hold.Matter}' has a hold that stands.", nameof(hold));
        }

        return this with
        {
            Holds = [.. Holds, hold],
        };
    }

    /// <summary>Lifts a hold; it stays on record.</summary>
    /// <param name="matter">Its matter.</param>
    /// <param name="by">Who lifts it.</param>
    /// <param name="at">When; not before it was placed.</param>
    /// <returns>The state with the hold lifted.</returns>
    /// <exception cref="ArgumentException">The matter has no hold that stands, or nobody is named.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="at"/> is before the hold was placed.</exception>
    public RetentionState WithRelease(string matter, string by, DateTimeOffset at)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(matter);
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        var position = Standing(matter);
        if (position < 0)
        {
            throw new ArgumentException($"'{matter}' has no hold that stands.", nameof(matter));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(at, Holds[position].PlacedAt);
        LegalHold[] holds = [.. Holds];
        holds[position] = holds[position] with { ReleasedBy = by, ReleasedAt = at };
        return this with { Holds = holds };
    }

    private int Standing(string matter)
    {
        for (var i = 0; i < Holds.Count; i++)
        {
            if (Holds[i].Matter == matter && Holds[i].ReleasedAt is null)
            {
                return i;
            }
        }

        return -1;
    }

    private (DateTimeOffset? At, string Reason) Earliest()
    {
        if (Periods.Count == 0)
        {
            return (null, "it has no retention class, so nothing says how long it must be kept.");
        }

        RetentionPeriod? longest = null;
        DateTimeOffset? end = null;
        foreach (var period in Periods)
        {
            if (period.Class.MinimumMonths is null)
            {
                return (null, $"'{period.Class.Name}' has no end ({period.Class.Basis}).");
            }

            if (period.StartedAt is not { } start)
            {
                var from = RetentionClass.Words(period.Class.StartsFrom);
                return (null, $"'{period.Class.Name}' has not begun: it runs from {from} ({period.Class.Basis}).");
            }

            var periodEnd = period.Class.EndOf(start);
            if (end is null || periodEnd > end)
            {
                (longest, end) = (period, periodEnd);
            }
        }

        return (
            end,
            FormattableString.Invariant(
                $"'{longest!.Class.Name}' lets it go from {end!.Value.UtcDateTime:yyyy-MM-dd} ({longest.Class.Basis})."
            )
        );
    }
}
