using System.Collections.Immutable;

namespace Mlops.Drift;

/// <summary>Both distributions of a number column over fine bins of equal width, for a picture; nothing is judged on it.</summary>
/// <param name="Edges">The bins' limits, ascending, one more than there are bins.</param>
/// <param name="ReferenceCounts">Rows of the reference in each bin.</param>
/// <param name="CurrentCounts">Current rows in each bin.</param>
/// <param name="ReferenceOutside">Rows of the reference outside the limits.</param>
/// <param name="CurrentOutside">Current rows outside the limits.</param>
public sealed record DistributionPicture(
    ImmutableArray<double> Edges,
    ImmutableArray<long> ReferenceCounts,
    ImmutableArray<long> CurrentCounts,
    long ReferenceOutside,
    long CurrentOutside
);
