using System.Diagnostics.CodeAnalysis;
using Mlops.Statistics.Compute;

namespace Mlops.Statistics.Tests.Compute;

public sealed class CpuBackendTests
{
    [Fact]
    public void TryGet_SortAndHistogram_GivesKernels()
    {
        Assert.True(CpuBackend.Instance.TryGet<ISortKernels>(out var sort));
        Assert.True(CpuBackend.Instance.TryGet<IHistogramKernels>(out var histogram));
        Assert.NotNull(sort);
        Assert.NotNull(histogram);
    }

    [Fact]
    public void TryGet_UnknownFamily_GivesNone()
    {
        Assert.False(CpuBackend.Instance.TryGet<string>(out var kernels));
        Assert.Null(kernels);
    }

    [Fact]
    public void Kernels_BackendWithoutThem_FallsBackToTheCpu()
    {
        var context = new ComputeContext { Backend = new EmptyBackend() };
        Assert.Same(ComputeContext.Default.Kernels<ISortKernels>(), context.Kernels<ISortKernels>());
    }

    [Fact]
    public void Kernels_NobodyHasThem_ThrowsAndNamesThem()
    {
        var exception = Assert.Throws<NotSupportedException>(() =>
            new ComputeContext { Backend = new EmptyBackend() }.Kernels<string>()
        );
        Assert.Contains("'empty'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("String", exception.Message, StringComparison.Ordinal);
    }

    private sealed class EmptyBackend : IComputeBackend
    {
        public string Name => "empty";

        public ComputePrecision Precision => ComputePrecision.Double;

        public bool TryGet<TKernels>([NotNullWhen(true)] out TKernels? kernels)
            where TKernels : class
        {
            kernels = null;
            return false;
        }
    }
}
