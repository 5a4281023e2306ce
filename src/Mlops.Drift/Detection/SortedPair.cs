using Mlops.Statistics.Compute;

namespace Mlops.Drift.Detection;

/// <summary>The values of a column on both sides, in order.</summary>
internal sealed class SortedPair : IDisposable
{
    private readonly SortedValues _reference;
    private readonly SortedValues _current;

    /// <summary>Sorts what is there of both sides.</summary>
    /// <param name="reference">The reference's values in any order; NaN is missing.</param>
    /// <param name="current">The current values in any order; NaN is missing.</param>
    /// <param name="context">Threads and cancellation.</param>
    public SortedPair(ReadOnlySpan<double> reference, ReadOnlySpan<double> current, ComputeContext context)
    {
        _reference = SortedValues.Of(reference, context);
        _current = SortedValues.Of(current, context);
    }

    public ReadOnlySpan<double> Reference => _reference.Span;

    public ReadOnlySpan<double> Current => _current.Span;

    public void Dispose()
    {
        _reference.Dispose();
        _current.Dispose();
    }
}
