using Mlops.Data.Profiles;
using Mlops.Drift.Judging;
using Mlops.Statistics.Compute;

namespace Mlops.Drift.Detection;

/// <summary>What a test has to go by.</summary>
/// <param name="Reference">The reference's profile.</param>
/// <param name="Current">The current profile, of the same definition.</param>
/// <param name="Bins">The bins of the value on both sides.</param>
/// <param name="Values">The sorted values of a number column, where both sides have kept them.</param>
/// <param name="Context">Threads and cancellation; <see langword="null"/> for all threads.</param>
internal sealed record TestInput(
    ColumnProfile Reference,
    ColumnProfile Current,
    ValueBins Bins,
    SortedPair? Values,
    ComputeContext? Context
)
{
    /// <summary>By what the effective size of the values is divided, because rows depend on each other.</summary>
    public double RowDesignEffect { get; init; } = 1;

    /// <summary>How much each of the reference's periods differs from the rest; <see langword="null"/> where there are none.</summary>
    public double[]? Periods { get; init; }

    /// <summary>Whether the counts of both sides are exact.</summary>
    public bool IsCountedExactly => Bins.DesignEffect == 1;

    /// <summary>Whether p-values of independent rows hold.</summary>
    public bool IsIndependent => RowDesignEffect == 1;
}
