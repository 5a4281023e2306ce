namespace Mlops.Drift.Seasons;

/// <summary>A season that current data have.</summary>
/// <param name="Name">Its name: <c>Monday 08:00</c>.</param>
/// <param name="CurrentCount">The current rows of it.</param>
/// <param name="ReferenceCount">The reference's rows of it; 0 where it never saw the season.</param>
/// <param name="MatchedCount">How many of the reference's rows stand for it in the comparison.</param>
public sealed record SeasonCount(string Name, long CurrentCount, long ReferenceCount, long MatchedCount);
