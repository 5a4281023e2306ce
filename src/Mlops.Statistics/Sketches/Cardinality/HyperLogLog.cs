using System.Numerics.Tensors;
using Mlops.Statistics.Counting;
using Mlops.Statistics.Distributions;
using Mlops.Statistics.Hashing;

namespace Mlops.Statistics.Sketches.Cardinality;

/// <summary>Counts distinct values: exactly while they are few, then within a known relative error, in a memory that does not grow.</summary>
/// <remarks>
/// <para>A value's hash of 64 bits (<see cref="StableHash"/>) chooses one of m = 2^p registers by its first p bits; the register keeps
/// the largest rank, 1 plus the number of zeros that follow them. Up to <see cref="HyperLogLogDefinition.ExactLimit"/> distinct
/// hashes the hashes themselves are kept and counted, which is exact: doubles of one seed never collide, and texts do with
/// a probability of about n² / 2⁶⁵.</para>
/// <para>The merge law is exact: the state depends on the set of values alone, so in whatever parts, order and repetition they come,
/// the sketch is the same, byte for byte. -0.0 equals 0.0; NaN is missing. Adding is O(1) and allocates nothing above the exact
/// range. The estimate is the same on every machine.</para>
/// <para>References: Flajolet, Fusy, Gandouet and Meunier (2007); Heule, Nunkesser and Hall (2013) for the sparse form; Ertl (2017),
/// New cardinality estimation algorithms for HyperLogLog sketches, algorithm 6, for the estimator, which needs
/// no table of biases; its relative bias of 1.08 / m is taken off.</para>
/// </remarks>
public sealed partial class HyperLogLog : IAccumulator<HyperLogLog>
{
    private const int WideningBlock = 256;

    private readonly ulong _seed;
    private readonly int _exactLimit;

    // One of the two: the distinct hashes while they are few, the registers from then on.
    private HashSlots? _hashes = new();
    private HyperLogLogRegisters? _registers;

    internal HyperLogLog(HyperLogLogDefinition definition)
    {
        Definition = definition;
        _seed = definition.Seed;
        _exactLimit = definition.ExactLimit;
    }

    /// <summary>The definition it was made by.</summary>
    public HyperLogLogDefinition Definition { get; }

    IStatisticDefinition IAccumulator.Definition => Definition;

    /// <summary>How many values it has taken in, repetitions counted. Missing ones are not among them.</summary>
    public long Count { get; private set; }

    /// <summary>How many values were missing: NaN, the code -1, or said to be.</summary>
    public long MissingCount { get; private set; }

    /// <summary>Whether <see cref="Estimate"/> is the exact number of distinct hashes.</summary>
    public bool IsExact => _hashes is not null;

    /// <summary>The number of distinct values.</summary>
    /// <remarks>Computed at each call: O(1) while it is exact, O(m) then. Above the exact range it is no whole number.</remarks>
    public double Estimate => _hashes?.Count ?? HyperLogLogEstimator.Estimate(_registers!.Histogram());

    /// <summary>The relative standard error of <see cref="Estimate"/>: 0 while it is exact, 1.04 / √m then.</summary>
    public double RelativeStandardError => IsExact ? 0 : Definition.RelativeStandardError;

    /// <summary>An interval for the number of distinct values.</summary>
    /// <param name="confidence">The two-sided confidence level, in (0,1).</param>
    /// <returns>
    /// [n, n] while it is exact; then from n exp(-z s) to n exp(z s), with s the relative standard error and z the normal quantile, not
    /// below what was surely seen.
    /// </returns>
    /// <remarks>
    /// The probability is over the seed. The logarithm of the estimate is close to normal down to 16 registers: simulated, the interval at
    /// 99% misses about 1% of counts well above m, and fewer of those below, where the error is smaller than s.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> is not in (0,1).</exception>
    public ConfidenceInterval Interval(double confidence = 0.99)
    {
        if (!(confidence is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(confidence),
                confidence,
                "A confidence level lies between 0 and 1, both excluded."
            );
        }

        var estimate = Estimate;
        if (_registers is null)
        {
            return new ConfidenceInterval(estimate, estimate, confidence);
        }

        var deviation = Normal.Quantile(0.5 + (confidence / 2)) * RelativeStandardError;
        var surely = Math.Max(Definition.ExactLimit + 1, _registers.OccupiedCount);
        return new ConfidenceInterval(
            Math.Max(surely, estimate * Math.Exp(-deviation)),
            Math.Max(surely, estimate * Math.Exp(deviation)),
            confidence
        );
    }

    /// <summary>Takes in a number.</summary>
    /// <param name="value">Any value; NaN is missing, and -0.0 is 0.0.</param>
    public void Add(double value) => Add([value]);

    /// <summary>Takes in numbers.</summary>
    /// <param name="values">Any values; NaN is missing, and -0.0 is 0.0.</param>
    public void Add(ReadOnlySpan<double> values)
    {
        var (next, missing) = (0, 0);
        for (; _hashes is not null && next < values.Length; next++)
        {
            if (double.IsNaN(values[next]))
            {
                missing++;
            }
            else
            {
                Insert(StableHash.OfDouble(values[next], _seed));
            }
        }

        missing += _registers?.Add(values[next..], _seed) ?? 0;
        MissingCount += missing;
        Count += values.Length - missing;
    }

    /// <summary>Takes in numbers of single precision, each as the double that it equals.</summary>
    /// <param name="values">Any values; NaN is missing, and -0.0 is 0.0.</param>
    public void Add(ReadOnlySpan<float> values)
    {
        Span<double> block = stackalloc double[WideningBlock];
        for (var rest = values; rest.Length > 0; )
        {
            var length = Math.Min(rest.Length, WideningBlock);
            TensorPrimitives.ConvertTruncating(rest[..length], block);
            Add(block[..length]);
            rest = rest[length..];
        }
    }

    /// <summary>Takes in a text.</summary>
    /// <param name="text">Any text; the empty one is one of them, and not missing. Texts are told apart by their UTF-8 bytes.</param>
    public void Add(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        AddHash(StableHash.OfText(text, _seed));
    }

    /// <summary>Takes in a dictionary-encoded column.</summary>
    /// <param name="codes">For each row the position of its text in <paramref name="categories"/>; -1 is missing.</param>
    /// <param name="categories">The dictionary. A text that no code points to is not seen.</param>
    /// <exception cref="ArgumentException">A code is below -1 or not in the dictionary, or a text is <see langword="null"/>. Nothing is taken in then.</exception>
    public void Add(ReadOnlySpan<int> codes, IReadOnlyList<string> categories)
    {
        using var tally = new CodeTally(codes, categories);
        for (var i = 0; i < categories.Count; i++)
        {
            if (tally[i] > 0)
            {
                Insert(StableHash.OfText(categories[i], _seed));
            }
        }

        MissingCount += tally.Missing;
        Count += codes.Length - tally.Missing;
    }

    /// <summary>Takes in a value of any kind by its hash.</summary>
    /// <param name="hash">
    /// An evenly spread hash of 64 bits, of the same function and seed for all values: <see cref="StableHash"/> with the seed of the
    /// definition.
    /// </param>
    public void AddHash(ulong hash)
    {
        Insert(hash);
        Count++;
    }

    /// <summary>Counts missing values.</summary>
    /// <param name="count">How many, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public void AddMissing(long count = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        MissingCount += count;
    }

    /// <inheritdoc/>
    public void Merge(HyperLogLog other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!Definition.Equals(other.Definition))
        {
            throw AccumulatorState.UnequalDefinitions(Definition.Id, nameof(other));
        }

        if (other._registers is not null)
        {
            ToRegisters().Merge(other._registers);
        }
        else if (other != this)
        {
            foreach (var hash in other._hashes!.ToSortedArray())
            {
                Insert(hash);
            }
        }

        Count += other.Count;
        MissingCount += other.MissingCount;
    }

    private void Insert(ulong hash)
    {
        if (_hashes is null)
        {
            _registers!.Add(hash);
            return;
        }

        _hashes.Add(hash);
        if (_hashes.Count > _exactLimit)
        {
            ToRegisters();
        }
    }

    private HyperLogLogRegisters ToRegisters()
    {
        if (_registers is null)
        {
            _registers = new HyperLogLogRegisters(Definition.Precision);
            foreach (var hash in _hashes!.ToSortedArray())
            {
                _registers.Add(hash);
            }

            _hashes = null;
        }

        return _registers;
    }
}
