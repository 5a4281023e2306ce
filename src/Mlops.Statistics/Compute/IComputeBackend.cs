using System.Diagnostics.CodeAnalysis;

namespace Mlops.Statistics.Compute;

/// <summary>A device that kernels run on. What it lacks, the CPU does.</summary>
[Experimental("MLOPS001")]
public interface IComputeBackend
{
    /// <summary>A short name for reports: <c>cpu</c>.</summary>
    string Name { get; }

    /// <summary>The arithmetic it computes in.</summary>
    ComputePrecision Precision { get; }

    /// <summary>Asks for one family of kernels.</summary>
    /// <typeparam name="TKernels">The family, such as <see cref="ISortKernels"/>.</typeparam>
    /// <param name="kernels">The kernels, when the backend has them.</param>
    bool TryGet<TKernels>([NotNullWhen(true)] out TKernels? kernels)
        where TKernels : class;
}
