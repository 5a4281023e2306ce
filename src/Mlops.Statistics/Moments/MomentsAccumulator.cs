using System.Buffers;
using System.Text.Json;
using Mlops.Statistics.Compute;

namespace Mlops.Statistics.Moments;

/// <summary>Accumulates moments to the fourth power in one pass over the data, without loss far from zero or over billions of rows.</summary>
/// <remarks>
/// <para>Blocks of 65,536 rows, each with its own mean, are merged in a fixed tree, so one call gives the same bits at any number of
/// threads. The merge law: within 1e-12 of the data's scale of the moments of the values in one piece.</para>
/// <para>NaN is missing and infinities are counted apart; neither enters the moments. References: Chan, Golub and LeVeque (1979); Pébay (2008).</para>
/// </remarks>
public sealed unsafe class MomentsAccumulator : IAccumulator<MomentsAccumulator>
{
    private CentralMoments _moments = new();

    internal MomentsAccumulator(MomentsDefinition definition) => Definition = definition;

    /// <summary>The definition it was made by.</summary>
    public MomentsDefinition Definition { get; }

    IStatisticDefinition IAccumulator.Definition => Definition;

    /// <summary>How many finite values it has taken in.</summary>
    public long Count => _moments.Count;

    /// <summary>How many values were NaN. They are not in <see cref="Count"/>.</summary>
    public long MissingCount => _moments.MissingCount;

    /// <summary>How many values were infinite. They are not in <see cref="Count"/>.</summary>
    public long InfiniteCount => _moments.InfiniteCount;

    /// <summary>The moments of what has been taken in so far.</summary>
    public MomentsResult Value => MomentsSummary.Of(_moments);

    /// <summary>Takes in one value.</summary>
    /// <param name="value">Any value; NaN is missing.</param>
    public void Add(double value) => _moments = CentralMoments.Merge(_moments, CentralMoments.Of(value));

    /// <summary>Takes in values.</summary>
    /// <param name="values">Any values; NaN is missing.</param>
    /// <param name="context">With how many threads; <see langword="null"/> for all of them.</param>
    /// <remarks>A cancelled call takes in nothing.</remarks>
    public void Add(ReadOnlySpan<double> values, ComputeContext? context = null)
    {
        fixed (double* pinned = values)
        {
            var first = pinned;
            AddBlocks(
                values.Length,
                context,
                (start, size) => MomentsBlock.Compute(new ReadOnlySpan<double>(first + start, size))
            );
        }
    }

    /// <inheritdoc cref="Add(ReadOnlySpan{double}, ComputeContext?)"/>
    /// <remarks>The same bits as of these values as doubles. A cancelled call takes in nothing.</remarks>
    public void Add(ReadOnlySpan<float> values, ComputeContext? context = null)
    {
        fixed (float* pinned = values)
        {
            var first = pinned;
            AddBlocks(
                values.Length,
                context,
                (start, size) => MomentsBlock.Compute(new ReadOnlySpan<float>(first + start, size))
            );
        }
    }

    private void AddBlocks(int length, ComputeContext? context, Func<int, int, CentralMoments> compute)
    {
        var count = BlockParallel.BlockCount(length);
        if (count == 0)
        {
            return;
        }

        var rented = ArrayPool<CentralMoments>.Shared.Rent(count);
        try
        {
            BlockParallel.For(
                count,
                context ?? ComputeContext.Default,
                block =>
                {
                    var start = block * BlockParallel.BlockSize;
                    rented[block] = compute(start, Math.Min(BlockParallel.BlockSize, length - start));
                }
            );
            for (var stride = 1; stride < count; stride *= 2)
            {
                for (var i = 0; i + stride < count; i += 2 * stride)
                {
                    rented[i] = CentralMoments.Merge(rented[i], rented[i + stride]);
                }
            }

            _moments = CentralMoments.Merge(_moments, rented[0]);
        }
        finally
        {
            ArrayPool<CentralMoments>.Shared.Return(rented);
        }
    }

    /// <inheritdoc/>
    public void Merge(MomentsAccumulator other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!Definition.Equals(other.Definition))
        {
            throw AccumulatorState.UnequalDefinitions(Definition.Id, nameof(other));
        }

        _moments = CentralMoments.Merge(_moments, other._moments);
    }

    /// <inheritdoc/>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        MomentsState.Write(writer, _moments);
    }

    internal static MomentsAccumulator ReadFrom(MomentsDefinition definition, JsonElement state) =>
        new(definition) { _moments = MomentsState.Read(state, definition.Id) };
}
