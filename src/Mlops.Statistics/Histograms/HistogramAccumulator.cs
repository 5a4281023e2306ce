using System.Text.Json;
using Mlops.Serialization;
using Mlops.Statistics.Compute;

namespace Mlops.Statistics.Histograms;

/// <summary>Counts values in the bins of a <see cref="HistogramDefinition"/>.</summary>
/// <remarks>The merge law is exact: in whatever parts and order values come, the counts are the same.</remarks>
public sealed class HistogramAccumulator : IAccumulator<HistogramAccumulator>
{
    private readonly long[] _counts;

    internal HistogramAccumulator(HistogramDefinition definition)
    {
        Definition = definition;
        _counts = new long[definition.BinCount];
    }

    /// <summary>The definition it was made by.</summary>
    public HistogramDefinition Definition { get; }

    IStatisticDefinition IAccumulator.Definition => Definition;

    /// <summary>How many values fell in a bin: all but NaN.</summary>
    public long Count { get; private set; }

    /// <summary>How many values were NaN. They are not in <see cref="Count"/>.</summary>
    public long MissingCount { get; private set; }

    /// <summary>The count of each bin, as it stands now.</summary>
    public ReadOnlySpan<long> Counts => _counts;

    /// <summary>Counts one value.</summary>
    /// <param name="value">Any value; NaN is missing, infinities fall in the outer bins.</param>
    public void Add(double value) => Add(value, 1);

    /// <summary>Counts a value that stands more than once.</summary>
    /// <param name="value">Any value; NaN is missing, infinities fall in the outer bins.</param>
    /// <param name="count">How often it stands, at least 0; 0 changes nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public void Add(double value, long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var bin = Definition.FindBin(value);
        if (bin < 0)
        {
            MissingCount += count;
            return;
        }

        _counts[bin] += count;
        Count += count;
    }

    /// <summary>Counts values.</summary>
    /// <param name="values">Any values; NaN is missing, infinities fall in the outer bins.</param>
    /// <param name="context">Where and with how many threads; <see langword="null"/> for the CPU and all of them.</param>
    /// <remarks>A cancelled call counts nothing.</remarks>
    public void Add(ReadOnlySpan<double> values, ComputeContext? context = null)
    {
        var kernels = (context ?? ComputeContext.Default).Kernels<IHistogramKernels>();
        var missing = kernels.Count(values, Definition.Edges.AsSpan(), _counts, context);
        MissingCount += missing;
        Count += values.Length - missing;
    }

    /// <inheritdoc cref="Add(ReadOnlySpan{double}, ComputeContext?)"/>
    /// <remarks>The same counts as of these values as doubles. A cancelled call counts nothing.</remarks>
    public void Add(ReadOnlySpan<float> values, ComputeContext? context = null)
    {
        var missing = SingleEdges.Count(values, Definition.Edges.AsSpan(), _counts, context);
        MissingCount += missing;
        Count += values.Length - missing;
    }

    /// <inheritdoc/>
    public void Merge(HistogramAccumulator other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!Definition.Equals(other.Definition))
        {
            throw AccumulatorState.UnequalDefinitions(Definition.Id, nameof(other));
        }

        for (var i = 0; i < _counts.Length; i++)
        {
            _counts[i] += other._counts[i];
        }

        Count += other.Count;
        MissingCount += other.MissingCount;
    }

    /// <inheritdoc/>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteStartArray("counts");
        foreach (var count in _counts)
        {
            writer.WriteInteger(count);
        }

        writer.WriteEndArray();
        writer.WriteInteger("missing", MissingCount);
        writer.WriteEndObject();
    }

    internal static HistogramAccumulator ReadFrom(HistogramDefinition definition, JsonElement state)
    {
        var result = new HistogramAccumulator(definition);
        var counts = AccumulatorState.Array(state, "counts", definition.Id);
        if (counts.GetArrayLength() != definition.BinCount)
        {
            throw new FormatException(
                $"'counts' in the state of '{definition.Id}' has {counts.GetArrayLength()} elements; {definition.Edges.Length} edges make {definition.BinCount} bins."
            );
        }

        var bin = 0;
        foreach (var count in counts.EnumerateArray())
        {
            result._counts[bin] = AccumulatorState.Count(count.GetInteger(), $"counts[{bin}]", definition.Id);
            result.Count += result._counts[bin++];
        }

        result.MissingCount = AccumulatorState.Count(state, "missing", definition.Id);
        return result;
    }
}
