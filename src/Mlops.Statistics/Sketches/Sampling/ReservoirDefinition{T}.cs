using System.Text.Json;
using Mlops.Serialization;

namespace Mlops.Statistics.Sketches.Sampling;

/// <summary>A uniform sample of rows without replacement: its size and its seed. Immutable, with value equality.</summary>
/// <typeparam name="T">The type of the values: <see cref="double"/>, <see cref="float"/> or <see cref="long"/>.</typeparam>
public sealed record ReservoirDefinition<T> : IStatisticDefinition<Reservoir<T>>
    where T : unmanaged
{
    /// <summary>The greatest size: 4,194,304 rows.</summary>
    public const int MaximumSize = 1 << 22;

    internal const string Kind = "mlops.statistics.reservoir";

    /// <summary>Makes the definition.</summary>
    /// <param name="size">How many rows are drawn, from 1 to <see cref="MaximumSize"/>; all of them where there are no more.</param>
    /// <param name="seed">The seed of the draw. Samples that are to be merged need the same.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is not in its range.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public ReservoirDefinition(int size = 1024, ulong seed = 0)
    {
        ReservoirValue<T>.ThrowIfNotSupported();
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, MaximumSize);
        Size = size;
        Seed = seed;
    }

    /// <summary>How many rows are drawn.</summary>
    public int Size { get; }

    /// <summary>The seed of the draw.</summary>
    public ulong Seed { get; }

    /// <inheritdoc/>
    public string Id => "statistics.reservoir";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public Reservoir<T> Create() => new(this);

    /// <inheritdoc/>
    public Reservoir<T> Read(JsonElement state) => Reservoir<T>.ReadFrom(this, SketchState.Payload(state, Id));

    /// <summary>Reads a sample of this definition from what <see cref="Reservoir{T}.ToBytes"/> wrote.</summary>
    /// <param name="bytes">The bytes; they are not kept.</param>
    /// <exception cref="EnvelopeFormatException">They are not such a form, are damaged, or are of another definition.</exception>
    /// <exception cref="UnsupportedSchemaVersionException">They are of a newer version than this one can read.</exception>
    public Reservoir<T> FromBytes(ReadOnlyMemory<byte> bytes) =>
        SketchState.Open(bytes, Kind, Version, payload => Reservoir<T>.ReadFrom(this, payload));
}
