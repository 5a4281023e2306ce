namespace Mlops.Registry.Retention;

/// <summary>Whether a record may be disposed of.</summary>
/// <param name="CanDispose">Whether it may go now.</param>
/// <param name="Reason">One sentence: why, or why not.</param>
/// <param name="EarliestAt">The first moment at which its periods let it go; <see langword="null"/> where that is not known:
/// a period without end, one that has not begun, or no class at all. A hold does not move it.</param>
/// <param name="Holds">The holds that stand.</param>
public sealed record RetentionDecision(
    bool CanDispose,
    string Reason,
    DateTimeOffset? EarliestAt,
    IReadOnlyList<LegalHold> Holds
)
{
    /// <inheritdoc/>
    public override string ToString() => Reason;
}
