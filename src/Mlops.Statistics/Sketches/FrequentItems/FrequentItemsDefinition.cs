using System.Text.Json;
using Mlops.Serialization;

namespace Mlops.Statistics.Sketches.FrequentItems;

/// <summary>The frequent ones of many texts, in bounded memory: how many are kept. Immutable, with value equality.</summary>
/// <remarks>There is no seed, because nothing is drawn: the bounds are certain.</remarks>
public sealed record FrequentItemsDefinition : IStatisticDefinition<FrequentItemsSketch>
{
    /// <summary>The greatest capacity: 16,777,216.</summary>
    public const int MaximumCapacity = 1 << 24;

    internal const string Kind = "mlops.statistics.frequent-items";

    /// <summary>Makes the definition.</summary>
    /// <param name="capacity">
    /// The capacity k, from 1 to <see cref="MaximumCapacity"/>: no count is short by more than n / (k + 1), and up to k distinct items
    /// every count is exact. The default is 256, an error of at most 0.39% of all.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is not in its range.</exception>
    public FrequentItemsDefinition(int capacity = 256)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(capacity, MaximumCapacity);
        Capacity = capacity;
    }

    /// <summary>The capacity k: how many items are kept at most when some must be dropped.</summary>
    public int Capacity { get; }

    /// <summary>The most items that are ever held: 2 k. Dropping k or more at a time makes it O(1) for each that comes.</summary>
    public int HeldLimit => 2 * Capacity;

    /// <inheritdoc/>
    public string Id => "statistics.frequent-items";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public FrequentItemsSketch Create() => new(this);

    /// <inheritdoc/>
    public FrequentItemsSketch Read(JsonElement state) =>
        FrequentItemsSketch.ReadFrom(this, SketchState.Payload(state, Id));

    /// <summary>Reads a sketch of this definition from what <see cref="FrequentItemsSketch.ToBytes"/> wrote.</summary>
    /// <param name="bytes">The bytes; they are not kept.</param>
    /// <exception cref="EnvelopeFormatException">They are not such a form, are damaged, or are of another definition.</exception>
    /// <exception cref="UnsupportedSchemaVersionException">They are of a newer version than this one can read.</exception>
    public FrequentItemsSketch FromBytes(ReadOnlyMemory<byte> bytes) =>
        SketchState.Open(bytes, Kind, Version, payload => FrequentItemsSketch.ReadFrom(this, payload));
}
