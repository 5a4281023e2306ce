namespace GovernedModel;

/// <summary>A clock that the sample turns by hand, so that weeks pass in seconds and every run prints the same times.</summary>
internal sealed class SampleClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Each look takes a second of it, so that no two entries of the log have one time.</summary>
    public override DateTimeOffset GetUtcNow() => _now = _now.AddSeconds(1);

    /// <summary>The time, without a second passing.</summary>
    public DateTimeOffset Now => _now;

    /// <summary>Goes to nine o'clock of a later day.</summary>
    public void GoTo(int month, int day) => _now = new DateTimeOffset(2026, month, day, 9, 0, 0, TimeSpan.Zero);
}
