using System.Numerics;
using System.Text.Json;
using Mlops.Serialization;

namespace Mlops.Statistics.Sketches.Quantiles;

/// <summary>A quantile sketch of a given size: quantiles and shares of a stream of any length, from a few kilobytes.</summary>
/// <typeparam name="T">What the values are: <see cref="double"/> or <see cref="float"/>.</typeparam>
/// <remarks>Immutable; two definitions are equal when size and seed are. <see cref="KllSketch{T}"/> says how large an error to expect of a size.</remarks>
public sealed class KllDefinition<T> : IStatisticDefinition<KllSketch<T>>, IEquatable<KllDefinition<T>>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The size that is taken when none is given: 256.</summary>
    public const int DefaultSize = 256;

    /// <summary>The least size: 8.</summary>
    public const int MinimumSize = 8;

    /// <summary>The greatest size: 65,536.</summary>
    public const int MaximumSize = 65_536;

    internal const string Kind = "mlops.statistics.kll";

    /// <summary>Makes the definition.</summary>
    /// <param name="size">The capacity k of the highest level, from 8 to 65,536: twice the size, half the error. So many values are kept exactly.</param>
    /// <param name="seed">The seed of the coins. Sketches that are to be merged have the same, on however many machines.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is out of its range.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither double nor float.</exception>
    public KllDefinition(int size = DefaultSize, ulong seed = 0)
    {
        KllScalar<T>.ThrowIfNotSupported();
        ArgumentOutOfRangeException.ThrowIfLessThan(size, MinimumSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, MaximumSize);
        Size = size;
        Seed = seed;
        Capacities = new KllCapacities(size);
    }

    /// <summary>The capacity of the highest level, k.</summary>
    public int Size { get; }

    /// <summary>The seed of the coins.</summary>
    public ulong Seed { get; }

    /// <inheritdoc/>
    public string Id => "statistics.kll";

    /// <inheritdoc/>
    public int Version => 1;

    internal KllCapacities Capacities { get; }

    /// <inheritdoc/>
    public KllSketch<T> Create() => new(this, new KllLevels<T>(Capacities, Seed));

    /// <inheritdoc/>
    public KllSketch<T> Read(JsonElement state) => KllPayload<T>.Read(this, SketchState.Payload(state, Id));

    /// <summary>Reads what <see cref="KllSketch{T}.ToBytes"/> wrote.</summary>
    /// <param name="bytes">A binary envelope of kind <c>mlops.statistics.kll</c>; it is not kept.</param>
    /// <exception cref="EnvelopeFormatException">It is something else, damaged, or of another definition or type of values.</exception>
    /// <exception cref="UnsupportedSchemaVersionException">It is of a newer version than this build reads.</exception>
    public KllSketch<T> FromBytes(ReadOnlyMemory<byte> bytes) =>
        SketchState.Open(bytes, Kind, Version, payload => KllPayload<T>.Read(this, payload));

    /// <inheritdoc/>
    public bool Equals(KllDefinition<T>? other) => other is not null && (Size, Seed) == (other.Size, other.Seed);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as KllDefinition<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Size, Seed);

    /// <inheritdoc/>
    public override string ToString() => $"{Id} v{Version}, {typeof(T).Name}, size {Size}, seed {Seed}";
}
