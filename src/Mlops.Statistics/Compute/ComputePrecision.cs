using System.Diagnostics.CodeAnalysis;

namespace Mlops.Statistics.Compute;

/// <summary>The arithmetic that a backend computes in.</summary>
[Experimental("MLOPS001")]
public enum ComputePrecision
{
    /// <summary>IEEE 754 double precision: results agree with the CPU's within 1e-12 of the statistic's scale (1e-10 on a GPU).</summary>
    Double = 0,

    /// <summary>Single precision with compensated sums: within 1e-5. Never chosen silently; results say so.</summary>
    CompensatedSingle = 1,
}
