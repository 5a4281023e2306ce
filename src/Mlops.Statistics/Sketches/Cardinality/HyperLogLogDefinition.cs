using System.Text.Json;
using Mlops.Serialization;

namespace Mlops.Statistics.Sketches.Cardinality;

/// <summary>A count of distinct values in bounded memory: its precision and its seed. Immutable, with value equality.</summary>
public sealed record HyperLogLogDefinition : IStatisticDefinition<HyperLogLog>
{
    /// <summary>The least precision: 16 registers, a standard error of 26%.</summary>
    public const int MinimumPrecision = 4;

    /// <summary>The greatest precision: 262,144 registers, a standard error of 0.20%.</summary>
    public const int MaximumPrecision = 18;

    internal const string Kind = "mlops.statistics.hyperloglog";

    /// <summary>Makes the definition.</summary>
    /// <param name="precision">
    /// The precision p, from 4 to 18: the sketch has m = 2^p registers, at most 3/4 m bytes when saved, and a relative standard error
    /// of 1.04 / √m. The default 11 is 2.3% and at most 1,536 bytes.
    /// </param>
    /// <param name="seed">The seed of the hash. Sketches that are to be merged need the same.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="precision"/> is not in its range.</exception>
    public HyperLogLogDefinition(int precision = 11, ulong seed = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(precision, MinimumPrecision);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(precision, MaximumPrecision);
        Precision = precision;
        Seed = seed;
    }

    /// <summary>The precision p, from 4 to 18.</summary>
    public int Precision { get; }

    /// <summary>The seed of the hash.</summary>
    public ulong Seed { get; }

    /// <summary>How many registers there are: m = 2^p.</summary>
    public int RegisterCount => 1 << Precision;

    /// <summary>Up to how many distinct values the count is exact: as many hashes of 8 bytes as are no longer than the registers, 3/32 m.</summary>
    public int ExactLimit => RegisterCount * 3 / 32;

    /// <summary>The relative standard error of the estimate above <see cref="ExactLimit"/>: √(3 ln 2 - 1) / √m.</summary>
    public double RelativeStandardError => Math.Sqrt(HyperLogLogEstimator.Variance / RegisterCount);

    /// <inheritdoc/>
    public string Id => "statistics.hyperloglog";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public HyperLogLog Create() => new(this);

    /// <inheritdoc/>
    public HyperLogLog Read(JsonElement state) => HyperLogLog.ReadFrom(this, SketchState.Payload(state, Id));

    /// <summary>Reads a sketch of this definition from what <see cref="HyperLogLog.ToBytes"/> wrote.</summary>
    /// <param name="bytes">The bytes; they are not kept.</param>
    /// <exception cref="EnvelopeFormatException">They are not such a form, are damaged, or are of another definition.</exception>
    /// <exception cref="UnsupportedSchemaVersionException">They are of a newer version than this one can read.</exception>
    public HyperLogLog FromBytes(ReadOnlyMemory<byte> bytes) =>
        SketchState.Open(bytes, Kind, Version, payload => HyperLogLog.ReadFrom(this, payload));
}
