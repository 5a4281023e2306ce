using System.Diagnostics.CodeAnalysis;

namespace Mlops.Statistics.Compute;

/// <summary>What does not change the answer: the backend, the number of threads, and when to stop.</summary>
/// <remarks>Immutable; taken as an argument or from dependency injection, never from a global. <see langword="null"/> means the CPU with all its threads.</remarks>
[Experimental("MLOPS001")]
public sealed class ComputeContext
{
    private readonly int _maxDegreeOfParallelism = Environment.ProcessorCount;

    /// <summary>The CPU with all its threads.</summary>
    public static ComputeContext Default { get; } = new();

    /// <summary>The backend that is asked first.</summary>
    /// <value>The default is <see cref="CpuBackend.Instance"/>.</value>
    public IComputeBackend Backend { get; init; } = CpuBackend.Instance;

    /// <summary>The most threads that a call may use, at least 1.</summary>
    /// <value>The default is the number of processors. It never changes a result.</value>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int MaxDegreeOfParallelism
    {
        get => _maxDegreeOfParallelism;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _maxDegreeOfParallelism = value;
        }
    }

    /// <summary>Stops long work between blocks.</summary>
    public CancellationToken CancellationToken { get; init; }

    /// <summary>The kernels of a family: the backend's, or the CPU's where it has none.</summary>
    /// <typeparam name="TKernels">The family.</typeparam>
    /// <exception cref="NotSupportedException">Neither has them.</exception>
    public TKernels Kernels<TKernels>()
        where TKernels : class =>
        Backend.TryGet<TKernels>(out var kernels) || CpuBackend.Instance.TryGet(out kernels)
            ? kernels
            : throw new NotSupportedException(
                $"Neither backend '{Backend.Name}' nor the CPU has {typeof(TKernels).Name}."
            );
}
