namespace Mlops.Statistics.Permutation;

/// <summary>A p-value by permutation, with how surely it is known.</summary>
/// <param name="PValue">(1 + extreme) / (1 + replicates) of those that were drawn, in (0,1].</param>
/// <param name="ExtremeCount">The replicates whose statistic was at least that of the data, within 1e-9 of it.</param>
/// <param name="ReplicateCount">The replicates that were drawn.</param>
/// <param name="HasStoppedEarly">Whether drawing stopped before all replicates were drawn.</param>
/// <remarks>The size of the test is at most its level for any number of replicates (Phipson and Smyth 2010; Besag and Clifford 1991).</remarks>
public sealed record PermutationPValue(double PValue, int ExtremeCount, int ReplicateCount, bool HasStoppedEarly)
{
    /// <summary>The standard error of drawing so many replicates and not all permutations.</summary>
    public double StandardError => Math.Sqrt(PValue * (1 - PValue) / ReplicateCount);
}
