using Mlops.Statistics.Compute;
using Mlops.Statistics.Permutation;

namespace Mlops.Statistics.Tests.Simulations.SizeAndPower;

/// <summary>The tests whose size and power are measured. A new one is a line in its family's part.</summary>
internal static partial class PowerTests
{
    /// <summary>The replicates of every test that permutes: p-values are multiples of 1/200, of which the level is one.</summary>
    public const int PermutationReplicates = 199;

    /// <summary>The measurement is parallel itself.</summary>
    private static readonly ComputeContext s_oneThread = new() { MaxDegreeOfParallelism = 1 };

    public static IReadOnlyList<PowerTest> All { get; } =
    [.. Distributions(), .. Location(), .. Spread(), .. Categories(), .. Events()];

    private static PermutationOptions Draws(ulong seed) => new() { Replicates = PermutationReplicates, Seed = seed };
}
