using System.Diagnostics.CodeAnalysis;
using Mlops.Statistics.Histograms;
using Mlops.Statistics.Sorting;

namespace Mlops.Statistics.Compute;

/// <summary>The CPU: it has every family of kernels.</summary>
[Experimental("MLOPS001")]
public sealed class CpuBackend : IComputeBackend
{
    private CpuBackend() { }

    /// <summary>The only instance; it holds no state.</summary>
    public static CpuBackend Instance { get; } = new();

    /// <inheritdoc/>
    public string Name => "cpu";

    /// <inheritdoc/>
    public ComputePrecision Precision => ComputePrecision.Double;

    /// <inheritdoc/>
    public bool TryGet<TKernels>([NotNullWhen(true)] out TKernels? kernels)
        where TKernels : class
    {
        kernels = null;
        if (typeof(TKernels) == typeof(ISortKernels))
        {
            kernels = (TKernels)(object)CpuSortKernels.Instance;
        }
        else if (typeof(TKernels) == typeof(IHistogramKernels))
        {
            kernels = (TKernels)(object)CpuHistogramKernels.Instance;
        }

        return kernels is not null;
    }
}
