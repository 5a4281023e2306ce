using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using Mlops.Statistics.Hashing;

namespace Mlops.Statistics.Sketches.Cardinality;

/// <summary>The registers, a byte each; saved in 6 bits each.</summary>
internal sealed class HyperLogLogRegisters
{
    private const int SavedBits = 6;

    private readonly byte[] _ranks;
    private readonly int _precision;

    internal HyperLogLogRegisters(int precision)
    {
        _precision = precision;
        _ranks = new byte[1 << precision];
    }

    /// <summary>How many bytes the saved form takes.</summary>
    internal int SavedLength => _ranks.Length * SavedBits / 8;

    /// <summary>How many registers a value fell in.</summary>
    internal int OccupiedCount => _ranks.Length - _ranks.AsSpan().Count((byte)0);

    /// <summary>The largest rank: all bits after the first p are zeros.</summary>
    internal int LargestRank => 65 - _precision;

    internal void Add(ulong hash) => Add(ref _ranks[hash >> (64 - _precision)], hash, _precision);

    /// <summary>Takes in numbers, and gives how many of them were NaN.</summary>
    internal int Add(ReadOnlySpan<double> values, ulong seed)
    {
        var ranks = _ranks.AsSpan();
        var precision = _precision;
        var missing = 0;
        foreach (var value in values)
        {
            if (double.IsNaN(value))
            {
                missing++;
                continue;
            }

            var hash = StableHash.OfDouble(value, seed);
            Add(ref ranks[(int)(hash >> (64 - precision))], hash, precision);
        }

        return missing;
    }

    internal void Merge(HyperLogLogRegisters other) => TensorPrimitives.Max(_ranks, other._ranks, _ranks);

    /// <summary>How many registers have each rank, from 0 to <see cref="LargestRank"/>.</summary>
    internal int[] Histogram()
    {
        var counts = new int[LargestRank + 1];
        foreach (var rank in _ranks)
        {
            counts[rank]++;
        }

        return counts;
    }

    /// <summary>Writes the registers in 6 bits each, low bits first.</summary>
    internal void Save(Span<byte> destination)
    {
        for (int i = 0, at = 0; i < _ranks.Length; i += 4, at += 3)
        {
            var four = _ranks[i] | (_ranks[i + 1] << 6) | (_ranks[i + 2] << 12) | (_ranks[i + 3] << 18);
            destination[at] = (byte)four;
            destination[at + 1] = (byte)(four >> 8);
            destination[at + 2] = (byte)(four >> 16);
        }
    }

    /// <summary>Reads what <see cref="Save"/> wrote, and gives the first register of an impossible rank; -1 when all are possible.</summary>
    internal int Load(ReadOnlySpan<byte> source)
    {
        for (var i = 0; i < _ranks.Length; i++)
        {
            var at = i / 4 * 3;
            var four = source[at] | (source[at + 1] << 8) | (source[at + 2] << 16);
            _ranks[i] = (byte)((four >> (i % 4 * SavedBits)) & 0x3F);
            if (_ranks[i] > LargestRank)
            {
                return i;
            }
        }

        return -1;
    }

    internal byte this[int register] => _ranks[register];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ref byte register, ulong hash, int precision)
    {
        // The guard bit ends the count of zeros at the last of the 64 - p bits.
        var rank = BitOperations.LeadingZeroCount((hash << precision) | (1UL << (precision - 1))) + 1;
        if (rank > register)
        {
            register = (byte)rank;
        }
    }
}
